/// The conversation of a room: what was said, as rows that a person scrolls through, selects and copies.
///
/// [dev.parley.app.ui.messages.MessagesModel] is fed by the room page with what the client tells, and asks a
/// [dev.parley.app.ui.messages.HistorySource] for what came earlier; it never holds more than about 2,000 entries.
/// [dev.parley.app.ui.messages.MessagesView] shows its rows in a virtual column. FX thread; the model needs no toolkit.
///
/// ```java
/// var model = new MessagesModel(me, (before, limit) -> page(before, limit), Times.here(clock), texts);
/// model.joined(head, after);
/// model.received(entry);
/// var view = new MessagesView(model, actions, emoji, texts);
/// ```
@NullMarked
package dev.parley.app.ui.messages;

import org.jspecify.annotations.NullMarked;
