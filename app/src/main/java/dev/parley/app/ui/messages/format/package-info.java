/// What people meant by the text they typed: emphasis, code, links, mentions, emoji.
///
/// Less than Markdown on purpose: a text without these marks is shown exactly as it was typed, with its backslashes, entities
/// and indentation. Every text, however hostile, is read in time proportional to its length. Entry type:
/// [dev.parley.app.ui.messages.format.Formatter]. Immutable; any thread.
///
/// ```java
/// List<Block> blocks = new Formatter(Mentions.of(names, me), emoji).format("**Hello** @Ben");
/// ```
@NullMarked
package dev.parley.app.ui.messages.format;

import org.jspecify.annotations.NullMarked;
