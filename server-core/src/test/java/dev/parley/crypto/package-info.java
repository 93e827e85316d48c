/// Tests of the cryptography.
@NullMarked
package dev.parley.crypto;

import org.jspecify.annotations.NullMarked;
