package dev.parley.app.ui.shell;

import dev.parley.app.memory.RoomKey;
import dev.parley.app.session.Located;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.join.JoinModel;
import dev.parley.app.ui.join.JoinView;
import dev.parley.app.ui.network.NetworkModel;
import dev.parley.app.ui.network.NetworkView;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.rooms.RoomsView;
import dev.parley.app.ui.settings.SettingsModel;
import dev.parley.app.ui.settings.SettingsView;
import dev.parley.app.ui.start.StartModel;
import dev.parley.app.ui.start.StartView;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// Which page is shown. Once there is a room, the list of rooms stands beside every page.
final class Pages implements Navigator {

    private final PageParts parts;
    private final ShellView shell;
    private final StartModel start;
    private final StartView startView;
    private Optional<RoomsView> rooms = Optional.empty();
    private Optional<Node> page = Optional.empty();
    private Runnable leaving = () -> {};
    private Runnable back = this::start;

    Pages(PageParts parts, ShellView shell) {
        this.parts = parts;
        this.shell = shell;
        this.start = new StartModel(parts.start(this));
        this.startView = new StartView(start);
        parts.rooms().rooms().addListener((ListChangeListener<RoomModel>) _ -> arrange());
    }

    @Override
    public void start() {
        show(startView, start::hidden);
        back = this::start;
        start.shown();
        startView.focusFirst();
    }

    /// A link that the program was started with, or that somebody has written.
    void link(String link) {
        start();
        start.openLink(link);
    }

    @Override
    public void join(Located where) {
        JoinModel model = new JoinModel(parts.join(this), where);
        JoinView view = new JoinView(model);
        show(view, model::close);
        model.start();
    }

    @Override
    public void room(RoomKey key) {
        if (parts.rooms().show(key).isEmpty()) {
            return;
        }
        shell.closeSheets();
        leave();
        page = Optional.empty();
        back = () -> room(key);
        arrange();
        rooms().write();
    }

    @Override
    public void settings() {
        SettingsModel model = new SettingsModel(parts.settings());
        show(new SettingsView(model, parts.texts(), this, () -> back.run()), model::close);
    }

    @Override
    public void network() {
        NetworkModel model = parts.network(this);
        show(new NetworkView(model), () -> {});
        model.run();
    }

    @Override
    public void say(String words) {
        shell.say(words);
    }

    @Override
    public void browse(String address) {
        parts.browser().accept(address);
    }

    private void show(Node node, Runnable onLeave) {
        shell.closeSheets();
        leave();
        leaving = onLeave;
        page = Optional.of(node);
        arrange();
        node.applyCss(); // what lies in a scroll pane is there from now on, and can take the focus
    }

    private void leave() {
        Runnable told = leaving;
        leaving = () -> {};
        told.run();
    }

    private RoomsView rooms() {
        if (rooms.isEmpty()) {
            rooms = Optional.of(new RoomsView(parts.tools(this), parts.person()));
        }
        return rooms.get();
    }

    private void arrange() {
        if (!parts.rooms().rooms().isEmpty()) {
            rooms().instead(page);
            shell.page(rooms());
            return;
        }
        rooms.ifPresent(r -> r.instead(Optional.of(new Region()))); // a node has one parent
        if (page.isPresent()) {
            shell.page(page.get());
        } else {
            start(); // the last room is gone
        }
    }

    /// Before the window goes.
    void close() {
        leave();
    }
}
