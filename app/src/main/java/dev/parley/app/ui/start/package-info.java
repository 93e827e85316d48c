/// The first screen: who am I, host a room, the rooms near me, the rooms I was in, and the way to all others.
///
/// Hosting itself is done by whoever implements [Host]. FX thread; what may block
/// is done on virtual threads by the models.
///
@NullMarked
package dev.parley.app.ui.start;

import org.jspecify.annotations.NullMarked;
