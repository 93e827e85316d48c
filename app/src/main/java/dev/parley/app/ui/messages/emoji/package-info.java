/// Colour emoji, which JavaFX cannot draw on every system: what there is ([dev.parley.app.ui.messages.emoji.EmojiList]) and
/// pictures of it, cut out of sheets ([dev.parley.app.ui.messages.emoji.EmojiArt]). Both are made in the background and
/// looked at on the FX thread.
///
/// ```java
/// var art = new EmojiArt(background, fx);
/// new EmojiIcon(art, art.list().getValue().named("thumbsup").orElseThrow());
/// ```
@NullMarked
package dev.parley.app.ui.messages.emoji;

import org.jspecify.annotations.NullMarked;
