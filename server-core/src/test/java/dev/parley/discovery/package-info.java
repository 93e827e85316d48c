/// Tests of discovery.
@NullMarked
package dev.parley.discovery;

import org.jspecify.annotations.NullMarked;
