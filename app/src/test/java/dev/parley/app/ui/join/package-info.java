@NullMarked
package dev.parley.app.ui.join;

import org.jspecify.annotations.NullMarked;
