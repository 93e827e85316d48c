/// The way into a room that was chosen: connects, asks for the password where one is needed, and lets the person compare the
/// words of a host that is met for the first time. A host with another key than before is a full stop.
///
/// Entry types: [JoinModel] and [JoinView]. FX thread.
@NullMarked
package dev.parley.app.ui.join;

import org.jspecify.annotations.NullMarked;
