/// Tests of the whole core: the direction of dependence.
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
