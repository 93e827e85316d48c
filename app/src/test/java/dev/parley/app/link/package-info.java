@NullMarked
package dev.parley.app.link;

import org.jspecify.annotations.NullMarked;
