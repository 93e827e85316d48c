@NullMarked
package dev.parley.app.ui.messages;

import org.jspecify.annotations.NullMarked;
