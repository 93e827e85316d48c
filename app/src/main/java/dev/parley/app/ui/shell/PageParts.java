package dev.parley.app.ui.shell;

import dev.parley.app.Texts;
import dev.parley.app.link.Links;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.memory.Settings;
import dev.parley.app.session.Hosting;
import dev.parley.app.session.WishedName;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.bridge.Later;
import dev.parley.app.ui.hosting.HostModel;
import dev.parley.app.ui.join.JoinParts;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.network.NetworkModel;
import dev.parley.app.ui.room.Leaving;
import dev.parley.app.ui.room.OwnRooms;
import dev.parley.app.ui.room.RoomTools;
import dev.parley.app.ui.room.RoomsModel;
import dev.parley.app.ui.settings.FileManagers;
import dev.parley.app.ui.settings.SettingsParts;
import dev.parley.app.ui.start.StartParts;
import dev.parley.discovery.NetworkCheck;
import dev.parley.protocol.Limits;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableSet;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What the pages are made of: the parts of the program, put together for each page.
///
/// @param own what can be done to rooms of our own, for a navigator
/// @param leaving is asked before a room is left
/// @param person the settings as they change
/// @param play lets the sound of a message be heard
/// @param link follows an invite
/// @param browser opens a web page outside
record PageParts(World world, Stores stores, Links links, RoomsModel rooms, HostModel host, EmojiArt emoji, Function<Navigator, OwnRooms> own,
        Leaving leaving,
        ReadOnlyObjectProperty<Settings> person, Runnable play, Consumer<String> link, Consumer<String> browser,
        Executor background, Executor window) {

    Texts texts() {
        return world.texts();
    }

    private UserName account() {
        return WishedName.of(Optional.empty(), world.account()).first();
    }

    StartParts start(Navigator navigator) {
        return new StartParts(stores.settings(), stores.memory(), stores.known(), world.lookout(), host, navigator, inside(),
                world.texts(), account(), stores.folder().path(), world.clock(), world.zone(), background, window, Later.fx());
    }

    JoinParts join(Navigator navigator) {
        return new JoinParts(links, stores.settings(), stores.known(), navigator, world.texts(), account(), world.clock(),
                background, window, Later.fx());
    }

    NetworkModel network(Navigator navigator) {
        return new NetworkModel(() -> NetworkCheck.run(port()), navigator, world.texts(), background, window);
    }

    private int port() {
        try {
            return Hosting.portOf(stores.folder());
        } catch (IOException e) {
            return Limits.DEFAULT_PORT;
        }
    }

    SettingsParts settings() {
        return new SettingsParts(stores.settings(), stores.memory(), key -> rooms.find(key).isPresent(), stores.folder(),
                world.texts(), PageParts::copy, play, FileManagers::show, background, window);
    }

    RoomTools tools(Navigator navigator) {
        return new RoomTools(rooms, navigator, own.apply(navigator), leaving, emoji, world.texts(), link, PageParts::copy);
    }

    /// The rooms that we are in, for the list of rooms near us.
    private ObservableSet<RoomKey> inside() {
        ObservableSet<RoomKey> keys = FXCollections.observableSet();
        rooms.rooms().addListener((ListChangeListener<Object>) _ -> {
            keys.clear();
            rooms.rooms().forEach(r -> keys.add(r.keyProperty().get()));
        });
        return keys;
    }

    static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
