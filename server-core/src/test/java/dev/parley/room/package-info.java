/// Tests of the room package.
@NullMarked
package dev.parley.room;

import org.jspecify.annotations.NullMarked;
