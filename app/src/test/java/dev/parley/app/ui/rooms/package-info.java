@NullMarked
package dev.parley.app.ui.rooms;

import org.jspecify.annotations.NullMarked;
