/// All rooms on one page: the list of them at the side, and the one that is shown.
///
/// [RoomsView] is the page, [RoomsSidebar] the list; both show a [dev.parley.app.ui.room.RoomsModel]. FX thread.
@NullMarked
package dev.parley.app.ui.rooms;

import org.jspecify.annotations.NullMarked;
