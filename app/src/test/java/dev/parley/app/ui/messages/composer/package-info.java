@NullMarked
package dev.parley.app.ui.messages.composer;

import org.jspecify.annotations.NullMarked;
