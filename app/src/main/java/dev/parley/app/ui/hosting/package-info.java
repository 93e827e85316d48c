/// Hosting from the window: one server of this process with any number of rooms, what people need to come in (addresses,
/// link, QR code), how busy the rooms are, their settings, and the question before it all stops.
///
/// Entry types: [HostModel], which opens rooms for the start screen, and [HostingScreens], which leads to the panels.
/// Models live on the FX thread; what waits for disk, network or hash runs on one thread of the model, in order.
///
/// ```java
/// HostModel host = new HostModel(parts);
/// HostingScreens screens = new HostingScreens(host, texts, layers, copy);
/// host.hostAgain(new RoomName("Physics 2B"), OptionalInt.empty()).thenAccept(result -> ...);
/// screens.share(key);
/// ```
@NullMarked
package dev.parley.app.ui.hosting;

import org.jspecify.annotations.NullMarked;
