/// The command line: thin commands (picocli) over `session`, a chat on a terminal (JLine), JSON lines for programs.
///
/// Entry type [CommandLineApp]. A command runs on the thread of `main` and returns an exit code ([Failure] says which
/// for what went wrong). Standard output carries what was asked for, standard error everything else; other people's
/// text is made harmless before it reaches a terminal.
///
/// ```java
/// int code = new CommandLineApp(surroundings, WindowOpener.NONE).run("rooms", "--wait", "3s");
/// ```
@NullMarked
package dev.parley.app.cli;

import org.jspecify.annotations.NullMarked;
