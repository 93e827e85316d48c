/// What a person does with Parley, without a screen: host a room, find one, be in one, read the log. The command line
/// and the window show it in their own way; neither picocli, JLine nor JavaFX is used here.
///
/// Entry types: [Hosting], [RoomFinder], [Chat], [LogReader]. A [Chat] runs on one thread of its caller, its verbs may
/// be called from any other; everything else is immutable or says otherwise. Failures that a person can do something
/// about are [SessionException]s.
///
/// ```java
/// Located where = finder.byName(new RoomName("Crew"), Duration.ofSeconds(3));
/// try (RoomClient client = RoomClient.open(config)) {
///     ChatEnd end = new Chat(client, where.room(), password, asker, view).run();
/// }
/// ```
@NullMarked
package dev.parley.app.session;

import org.jspecify.annotations.NullMarked;
