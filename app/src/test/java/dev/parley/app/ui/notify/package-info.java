@NullMarked
package dev.parley.app.ui.notify;

import org.jspecify.annotations.NullMarked;
