/// Throws the mutations of a fuzzer at what the program reads: links and its own files. As `dev.parley.fuzz` of the core.
@NullMarked
package dev.parley.app.fuzz;

import org.jspecify.annotations.NullMarked;
