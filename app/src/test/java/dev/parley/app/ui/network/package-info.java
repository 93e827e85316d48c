@NullMarked
package dev.parley.app.ui.network;

import org.jspecify.annotations.NullMarked;
