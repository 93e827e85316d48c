@NullMarked
package dev.parley.app.ui.theme;

import org.jspecify.annotations.NullMarked;
