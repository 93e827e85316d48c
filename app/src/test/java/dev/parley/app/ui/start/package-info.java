@NullMarked
package dev.parley.app.ui.start;

import org.jspecify.annotations.NullMarked;
