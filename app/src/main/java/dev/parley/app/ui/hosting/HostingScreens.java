package dev.parley.app.ui.hosting;

import dev.parley.app.Texts;
import dev.parley.app.memory.RoomKey;
import java.util.Optional;
import java.util.function.Consumer;

/// Leads to the panels of hosting. FX thread.
public final class HostingScreens {

    private final HostModel host;
    private final Texts texts;
    private final Layers layers;
    private final Consumer<String> clipboard;

    /// @param layers shows the panels
    /// @param clipboard takes what is copied
    public HostingScreens(HostModel host, Texts texts, Layers layers, Consumer<String> clipboard) {
        this.host = host;
        this.texts = texts;
        this.layers = layers;
        this.clipboard = clipboard;
    }

    /// How people come into a room of ours.
    ///
    /// @return false if it is not a room that is open here
    public boolean share(RoomKey key) {
        Optional<HostedRoom> room = host.state().find(key);
        room.ifPresent(this::share);
        return room.isPresent();
    }

    /// The settings of a room of ours.
    ///
    /// @return false if it is not a room that is open here
    public boolean settings(RoomKey key) {
        Optional<HostedRoom> room = host.state().find(key);
        room.ifPresent(this::settings);
        return room.isPresent();
    }

    /// What our host does.
    public void panel() {
        layers.show(Layers.Place.SIDE, close -> new HostPanelView(host, texts, this, close));
    }

    void share(HostedRoom room) {
        ShareModel model = new ShareModel(host.state(), room, clipboard);
        layers.show(Layers.Place.SIDE, close -> new ShareView(model, texts, () -> showLarge(model), close));
    }

    private void showLarge(ShareModel model) {
        layers.show(Layers.Place.WHOLE, close -> new ProjectorView(model, texts, close));
    }

    void settings(HostedRoom room) {
        RoomSettingsModel model = new RoomSettingsModel(host, room, texts);
        layers.show(Layers.Place.SIDE, close -> new RoomSettingsView(model, texts, () -> askToClose(room, model, close), close));
    }

    private void askToClose(HostedRoom room, RoomSettingsModel model, Runnable closePanel) {
        ask(StopQuestion.of(room, texts), () -> model.close().thenAccept(change -> {
            if (change instanceof Change.Done) {
                closePanel.run();
            }
        }));
    }

    /// Stops hosting; asks first if others are inside.
    public void stop() {
        ifAgreed(host::stop);
    }

    /// Stops one room of ours, and with the last one all hosting; asks first if others are inside.
    public void stop(RoomKey key) {
        if (host.state().rooms().size() < 2) {
            stop();
            return;
        }
        host.state().find(key).ifPresent(room -> {
            if (room.others() > 0) {
                ask(StopQuestion.of(room, texts), () -> host.closeRoom(room));
            } else {
                host.closeRoom(room);
            }
        });
    }

    /// For the end of the program: goes on at once if nobody else is inside, and after a yes otherwise.
    ///
    /// @param goOn stops hosting, or ends the program
    public void ifAgreed(Runnable goOn) {
        StopQuestion.ofAll(host.state(), texts).ifPresentOrElse(question -> ask(question, goOn), goOn);
    }

    private void ask(StopQuestion question, Runnable yes) {
        layers.show(Layers.Place.DIALOG, close -> new StopView(question, yes, close));
    }
}
