@NullMarked
package dev.parley.app.ui.settings;

import org.jspecify.annotations.NullMarked;
