@NullMarked
package dev.parley.app.ui.messages.format;

import org.jspecify.annotations.NullMarked;
