@NullMarked
package dev.parley.app.ui.messages.emoji;

import org.jspecify.annotations.NullMarked;
