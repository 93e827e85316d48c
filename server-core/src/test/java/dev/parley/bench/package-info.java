/// Tests of the load test.
@NullMarked
package dev.parley.bench;

import org.jspecify.annotations.NullMarked;
