@NullMarked
package dev.parley.app.ui.widget;

import org.jspecify.annotations.NullMarked;
