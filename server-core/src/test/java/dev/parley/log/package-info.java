/// Tests of the room log. [MessageLogContract] is what every implementation must pass.
@NullMarked
package dev.parley.log;

import org.jspecify.annotations.NullMarked;
