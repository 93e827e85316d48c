package dev.parley.app.ui.shell;

import dev.parley.app.link.Links;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.bridge.FxBridge;
import dev.parley.app.ui.bridge.Later;
import dev.parley.app.ui.hosting.HostModel;
import dev.parley.app.ui.hosting.HostParts;
import dev.parley.app.ui.hosting.HostingScreens;
import dev.parley.app.ui.messages.Times;
import dev.parley.app.ui.messages.emoji.EmojiArt;
import dev.parley.app.ui.notify.Notifications;
import dev.parley.app.ui.notify.Notifier;
import dev.parley.app.ui.notify.Sound;
import dev.parley.app.ui.room.RoomModel;
import dev.parley.app.ui.room.RoomsModel;
import dev.parley.app.ui.rooms.Attendance;
import dev.parley.app.ui.rooms.Seconds;
import dev.parley.app.ui.theme.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.InputEvent;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The composition root of the window: puts the parts together when it opens, and takes them apart when it closes.
final class WindowProgram {

    private static final Logger LOG = LoggerFactory.getLogger(WindowProgram.class);
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256);

    private final World world;
    private final Stores stores;
    private final Runnable closed;
    private final FxBridge bridge = new FxBridge();
    private final Executor background = task -> Thread.ofVirtual().name("parley-window-work").start(task);
    private final Theme theme;
    private final ReadOnlyObjectWrapper<Settings> person;
    private final Links links;
    private final RoomsModel rooms;
    private final HostModel host;
    private final HostingScreens screens;
    private final UnsentWords unsent;
    private final Sound sound = new Sound();
    private final Notifications notifications;
    private final Attendance attendance;
    private final Seconds seconds;
    private final ShellView shell = new ShellView();
    private final Pages pages;
    private final Stage stage = new Stage();
    private Runnable tidying = () -> {};
    private boolean closing;

    private WindowProgram(World world, Stores stores, Runnable closed) {
        this.world = world;
        this.stores = stores;
        this.closed = closed;
        this.theme = new Theme(stores.settings().get());
        this.person = new ReadOnlyObjectWrapper<>(stores.settings().get());
        this.links = new Links(world.clients(), stores.known(), stores.device(), () -> !stores.settings().get().tcpOnly(), bridge);
        this.rooms = new RoomsModel(links::onOpen, stores.memory(), world.texts(),
                new Times(world.clock(), world.zone(), Locale.getDefault(Locale.Category.FORMAT)), shell::say);
        this.host = new HostModel(new HostParts(stores.folder(), stores.settings(), world.account(), stores.memory(), links,
                links::stopped, world.texts(), world.random(), world.clock(), world.bind(), world.announce(), world.version(), bridge));
        this.notifications = new Notifications(rooms, stores.settings()::get,
                Notifier.system(world.environment(), System.getProperty("os.name")), sound, inOrder(), System::nanoTime,
                world.texts());
        this.attendance = new Attendance(links::active, links::present);
        this.seconds = new Seconds(bridge, this::tick);
        SheetLayers layers = new SheetLayers(shell);
        this.screens = new HostingScreens(host, world.texts(), layers, PageParts::copy);
        this.unsent = new UnsentWords(rooms, layers, world.texts());
        this.pages = new Pages(parts(), shell);
    }

    /// One task after the other, on virtual threads.
    private Executor inOrder() {
        return Executors.newSingleThreadExecutor(Thread.ofVirtual().name("parley-notify").factory());
    }

    private PageParts parts() {
        Browser browser = new Browser();
        return new PageParts(world, stores, links, rooms, host, new EmojiArt(background, bridge),
                navigator -> new OwnRoomsDesk(host, screens, navigator, world.texts()), unsent, person.getReadOnlyProperty(), () -> background.execute(sound),
                this::follow, address -> background.execute(() -> browser.open(address)), background, bridge);
    }

    /// Opens the window. FX thread.
    ///
    /// @param closed told when everything is taken apart; any thread
    static WindowProgram start(World world, Stores stores, Runnable closed) {
        WindowProgram program = new WindowProgram(world, stores, closed);
        program.show();
        return program;
    }

    private void show() {
        Scene scene = new Scene(shell);
        stores.settings().onChange(now -> bridge.execute(() -> {
            person.set(now);
            theme.follow(now);
        }));
        theme.dress(scene);
        scene.addEventFilter(InputEvent.ANY, _ -> attendance.active());
        rooms.focusedProperty().bind(stage.focusedProperty());
        rooms.rooms().addListener((ListChangeListener<RoomModel>) _ -> tidyUp());
        stage.titleProperty().bind(notifications.titleProperty());
        for (int size : ICONS) {
            var icon = WindowProgram.class.getResourceAsStream("/dev/parley/app/assets/icons/parley-" + size + ".png");
            if (icon != null) {
                stage.getIcons().add(new Image(icon));
            }
        }
        stage.setScene(scene);
        stage.setOnCloseRequest(e -> {
            e.consume();
            askToClose();
        });
        WindowPlaces.restore(stage, stores.settings());
        stage.show();
        pages.start();
    }

    /// Proving a password takes 64 MB for a moment. The collector in use gives memory back only when it is asked.
    private void tidyUp() {
        tidying.run();
        tidying = Later.fx().in(A_WHILE, () -> background.execute(System::gc));
    }

    private void tick() {
        rooms.tick();
        notifications.tick();
        attendance.tick();
    }

    /// Another start gave these links, perhaps none. Any thread.
    void open(List<String> given) {
        bridge.execute(() -> {
            stage.setIconified(false);
            stage.toFront();
            stage.requestFocus();
            given.stream().findFirst().ifPresent(this::follow);
        });
    }

    private void follow(String link) {
        pages.link(link);
    }

    /// The window is to close: asks first if others are in rooms of ours, and if words of ours are not stored yet.
    void askToClose() {
        screens.ifAgreed(() -> unsent.ifAgreed(this::close));
    }

    Stage stage() {
        return stage;
    }

    Stores stores() {
        return stores;
    }

    Pages pages() {
        return pages;
    }

    HostModel host() {
        return host;
    }

    RoomsModel rooms() {
        return rooms;
    }

    /// Closes without a question.
    void close() {
        if (closing) {
            return;
        }
        closing = true;
        WindowPlaces.remember(stage, stores.settings());
        seconds.close();
        pages.close();
        notifications.close();
        rooms.close();
        stage.hide();
        Thread.ofPlatform().name("parley-window-close").start(() -> {
            try (stores) {
                links.close();
                host.close();
            } catch (RuntimeException e) {
                LOG.error("the window did not close well", e);
            } finally {
                closed.run();
            }
        });
    }
}
