/// Throws the mutations of a fuzzer at every decoder. A target is a public class named `...Fuzz` beside the tests of the
/// decoder, with `fuzzerTestOneInput(byte[])`; its corpus is the folder of its simple name in `src/test/corpus`.
@NullMarked
package dev.parley.fuzz;

import org.jspecify.annotations.NullMarked;
