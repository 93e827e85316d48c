package dev.parley.app.ui.shell;

import dev.parley.app.Texts;
import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.HostPlace;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.hosting.Change;
import dev.parley.app.ui.hosting.HostModel;
import dev.parley.app.ui.hosting.HostingScreens;
import dev.parley.app.ui.room.OwnRooms;
import dev.parley.app.ui.start.HostResult;
import dev.parley.protocol.UserName;
import java.util.OptionalInt;

/// What a room page of our own asks of the host.
final class OwnRoomsDesk implements OwnRooms {

    private final HostModel host;
    private final HostingScreens screens;
    private final Navigator navigator;
    private final Texts texts;

    OwnRoomsDesk(HostModel host, HostingScreens screens, Navigator navigator, Texts texts) {
        this.host = host;
        this.screens = screens;
        this.navigator = navigator;
        this.texts = texts;
    }

    @Override
    public String place(RoomKey room) {
        return host.state().places().stream().findFirst().map(HostPlace::shown).orElse("");
    }

    @Override
    public void share(RoomKey room) {
        screens.share(room);
    }

    @Override
    public void settings(RoomKey room) {
        screens.settings(room);
    }

    @Override
    public void remove(RoomKey room, UserName who, boolean ban) {
        host.remove(room.room(), who, ban).thenAccept(change -> {
            if (change instanceof Change.Failed(var words)) {
                navigator.say(words);
            }
        });
    }

    @Override
    public void stop(RoomKey room) {
        screens.stop(room);
    }

    @Override
    public void again(RoomKey room) {
        host.hostAgain(room.room(), OptionalInt.empty()).thenAccept(result -> {
            switch (result) {
                case HostResult.Started(var key) -> navigator.room(key);
                case HostResult.PortTaken taken -> navigator.say(texts.get("shell.port-taken", taken.port()));
                case HostResult.Failed(var words) -> navigator.say(words);
            }
        });
    }
}
