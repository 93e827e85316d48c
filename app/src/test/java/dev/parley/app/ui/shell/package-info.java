@NullMarked
package dev.parley.app.ui.shell;

import org.jspecify.annotations.NullMarked;
