@NullMarked
package dev.parley.app.ui.bridge;

import org.jspecify.annotations.NullMarked;
