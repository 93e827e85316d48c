/// The first screen: who am I, host a room, the rooms near me, the rooms I was in, and the way to all others.
///
/// Entry types: [StartModel] and [StartView]. Hosting itself is done by whoever implements [Host]. FX thread; the models do
/// what may block in the background.
///
/// ```java
/// StartModel model = new StartModel(parts);
/// StartView view = new StartView(model); // kept as long as the model
/// model.shown();                         // looks for rooms until model.hidden()
/// view.focusFirst();
/// ```
@NullMarked
package dev.parley.app.ui.start;

import org.jspecify.annotations.NullMarked;
