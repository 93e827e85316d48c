package dev.parley.app.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.Stages;
import dev.parley.client.RoomClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/// A person in front of a window: the whole program, with a data folder of its own and real sockets on loopback.
final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final WindowProgram program;
    private final CompletableFuture<Boolean> closed;

    private Desk(WindowProgram program, CompletableFuture<Boolean> closed) {
        this.program = program;
        this.closed = closed;
    }

    static Desk open(Path folder, String account, Neighbourhood neighbourhood) {
        return open(folder, account, neighbourhood, Clock.systemUTC(), Settings.standard(), Optional.of("127.0.0.1"));
    }

    static Desk open(Path folder, String account, Neighbourhood neighbourhood, Clock clock, Settings settings,
            Optional<String> bind) {
        World world = new World(account, "0.1.0", Map.of(), RoomClient::open, neighbourhood, clock, ZoneOffset.UTC,
                Texts.ofWindow(Locale.ENGLISH), new SecureRandom(), bind, false);
        CompletableFuture<Boolean> closed = new CompletableFuture<>();
        try {
            FxToolkit.registerPrimaryStage();
            Stores stores = Stores.open(world, new DataFolder(folder).create());
            if (!settings.equals(Settings.standard())) {
                stores.settings().change(_ -> settings);
            }
            return Stages.onFx(() -> {
                Platform.setImplicitExit(false);
                return new Desk(WindowProgram.start(world, stores, () -> closed.complete(true)), closed);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    Stage stage() {
        return program.stage();
    }

    /// Chooses how the window looks.
    Desk chooses(Settings settings) {
        program.stores().settings().change(_ -> settings);
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    Desk sizes(double width, double height) {
        Stages.onFx(() -> {
            stage().setWidth(width);
            stage().setHeight(height);
            return true;
        });
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    /// What the window shows, once the page and what lies over it have faded in.
    Path photograph(String name) {
        Parent root = stage().getScene().getRoot();
        Awaitility.await("faded in").atMost(PATIENCE).until(() -> find(n -> n.getOpacity() < 1 && n.getParent() != null
                && (root.equals(n.getParent()) || root.equals(n.getParent().getParent()))).isEmpty());
        return Stages.photograph(stage(), name);
    }

    WindowProgram program() {
        return program;
    }

    private static Stream<Node> all(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Desk::all))
                : Stream.of(node);
    }

    private Optional<Node> find(Predicate<Node> wanted) {
        return Stages.onFx(() -> all(stage().getScene().getRoot()).filter(wanted).findFirst());
    }

    private Node await(String what, Predicate<Node> wanted) {
        try {
            Awaitility.await(what).atMost(PATIENCE).until(() -> find(wanted).isPresent());
        } catch (ConditionTimeoutException e) {
            Stages.photograph(stage(), "failed-" + stage().getTitle().hashCode());
            throw new AssertionError("no " + what + "; on the screen: " + words(), e);
        }
        return find(wanted).orElseThrow();
    }

    private List<String> words() {
        return Stages.onFx(() -> all(stage().getScene().getRoot()).map(Desk::wordsOf).filter(w -> !w.isBlank()).distinct().toList());
    }

    /// Waits until such words are on the screen.
    Desk sees(String words) {
        await("\"" + words + "\" on the screen", n -> wordsOf(n).contains(words));
        return this;
    }

    /// Waits until such words are gone from the screen.
    Desk seesNoMore(String words) {
        Awaitility.await("\"" + words + "\" gone").atMost(PATIENCE).until(() -> find(n -> wordsOf(n).contains(words)).isEmpty());
        return this;
    }

    private static String wordsOf(Node node) {
        return switch (node) {
            case Text text -> text.getText();
            case TextInputControl field -> field.getPromptText() + field.getText();
            case Labeled labeled -> String.valueOf(labeled.getText());
            default -> "";
        };
    }

    /// Waits until the keys go to the control with that id.
    Desk typesInto(String id) {
        Awaitility.await("the keys at #" + id).atMost(PATIENCE).until(
                () -> Stages.onFx(() -> Optional.ofNullable(stage().getScene().getFocusOwner()).map(Node::getId)), Optional.of(id)::equals);
        return this;
    }

    /// Types into the field with that id, in place of what is there.
    Desk types(String id, String words) {
        Node field = await("#" + id, n -> id.equals(n.getId()) && !n.isDisabled());
        Stages.onFx(() -> {
            field.requestFocus();
            ((TextInputControl) field).setText(words);
            return true;
        });
        return this;
    }

    /// Presses the button with that id, once it can be pressed.
    Desk presses(String id) {
        return press(await("#" + id, n -> id.equals(n.getId()) && !n.isDisabled()));
    }

    /// Presses the first button with that name or that spoken name.
    Desk pressesNamed(String name) {
        return press(await("button " + name, n -> n instanceof ButtonBase button && !button.isDisabled()
                && (name.equals(button.getText()) || name.equals(button.getAccessibleText()))));
    }

    private Desk press(Node button) {
        Platform.runLater(((ButtonBase) button)::fire); // a dialog may wait inside
        return this;
    }

    /// Writes into the room that is shown, and presses Enter.
    Desk says(String words) {
        Stages.onFx(() -> {
            var room = program.rooms().shownProperty().get().orElseThrow();
            room.composer().textProperty().set(words);
            room.composer().send();
            return true;
        });
        return this;
    }

    /// Chooses from the menu of the room that is shown.
    Desk chooses(String item) {
        pressesNamed("More");
        Awaitility.await("item " + item).atMost(PATIENCE).until(() -> item(item).isPresent());
        MenuItem found = item(item).orElseThrow();
        Platform.runLater(() -> {
            found.getParentPopup().hide();
            found.fire();
        });
        return this;
    }

    private Optional<MenuItem> item(String text) {
        return Stages.onFx(() -> Window.getWindows().stream()
                .flatMap(w -> w instanceof ContextMenu menu && stage().equals(menu.getOwnerWindow()) ? menu.getItems().stream() : Stream.empty())
                .filter(i -> text.equals(i.getText())).findFirst());
    }

    /// Goes to another room of the list.
    Desk goesTo(String room) {
        Stages.onFx(() -> {
            program.rooms().rooms().stream().filter(r -> r.nameProperty().get().equals(room)).findFirst()
                    .ifPresent(r -> program.pages().room(r.keyProperty().get()));
            return true;
        });
        return sees("Write to " + room);
    }

    /// Waits until something with that spoken name is on the screen.
    Desk hears(String spoken) {
        Awaitility.await(spoken).atMost(PATIENCE).until(() -> isShown(spoken));
        return this;
    }

    /// True if something with that spoken name is on the screen.
    boolean isShown(String spoken) {
        return find(n -> String.valueOf(n.getAccessibleText()).contains(spoken)).isPresent();
    }

    int unread() {
        return Stages.onFx(() -> program.rooms().unreadProperty().get());
    }

    /// Closes the window as a person would, and waits until everything is taken apart.
    @Override
    public void close() {
        Platform.runLater(program::close);
        assertThat(closed).succeedsWithin(Duration.ofSeconds(20));
    }
}
