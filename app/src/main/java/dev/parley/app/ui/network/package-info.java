/// Why rooms may not be seen: runs the network check and says in words what it found and what to do.
///
/// Entry types: [NetworkModel] and [NetworkView]. FX thread; the check runs in the background.
@NullMarked
package dev.parley.app.ui.network;

import org.jspecify.annotations.NullMarked;
