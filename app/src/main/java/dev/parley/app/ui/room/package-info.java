/// Being in rooms: what is said, who is there, how well the host is reached, and what to do when a room is over.
///
/// [RoomsModel] holds the rooms that the program is in and which of them is shown; [RoomModel] is one of them, fed by a
/// [dev.parley.app.link.OpenRoom]; [RoomView] shows it. FX thread.
///
/// ```java
/// RoomsModel rooms = new RoomsModel(links::onOpen, memory, texts, times, navigator::say);
/// RoomView view = new RoomView(rooms.show(key).orElseThrow(), tools);
/// ```
@NullMarked
package dev.parley.app.ui.room;

import org.jspecify.annotations.NullMarked;
