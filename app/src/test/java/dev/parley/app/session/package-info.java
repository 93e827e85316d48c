@NullMarked
package dev.parley.app.session;

import org.jspecify.annotations.NullMarked;
