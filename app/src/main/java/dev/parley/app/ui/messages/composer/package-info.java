/// Where a person writes. [dev.parley.app.ui.messages.composer.ComposerModel] holds the draft and what may be done with it,
/// without a toolkit; [dev.parley.app.ui.messages.composer.ComposerView] shows it, with the picker of emoji. FX thread.
///
/// ```java
/// var model = new ComposerModel(names);
/// model.onSend(text -> client.send(room, new MessageText(text)));
/// var view = new ComposerView(model, emoji, texts);
/// ```
@NullMarked
package dev.parley.app.ui.messages.composer;

import org.jspecify.annotations.NullMarked;
