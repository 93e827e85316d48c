@NullMarked
package dev.parley.app.memory;

import org.jspecify.annotations.NullMarked;
