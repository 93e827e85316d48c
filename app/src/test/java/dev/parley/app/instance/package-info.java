@NullMarked
package dev.parley.app.instance;

import org.jspecify.annotations.NullMarked;
