@NullMarked
package dev.parley.app.ui.room;

import org.jspecify.annotations.NullMarked;
