@NullMarked
package dev.parley.app.ui;

import org.jspecify.annotations.NullMarked;
