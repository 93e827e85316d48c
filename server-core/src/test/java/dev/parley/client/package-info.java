/// Tests of the client package.
@NullMarked
package dev.parley.client;

import org.jspecify.annotations.NullMarked;
