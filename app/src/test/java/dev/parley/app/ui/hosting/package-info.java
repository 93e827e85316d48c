@NullMarked
package dev.parley.app.ui.hosting;

import org.jspecify.annotations.NullMarked;
