package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import dev.parley.app.ui.widget.Icons;
import dev.parley.app.ui.widget.Logo;
import dev.parley.app.ui.widget.Pill;
import dev.parley.protocol.VisibleText;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Host a room, or find one. A picture of a QR code may be dropped anywhere on it. Made once for its model and kept: it
/// listens for as long as the model is there.
public final class StartView extends VBox {

    private static final double EDGE = 36;
    private static final double CARD_EM = 28;
    private static final double SIDE_BY_SIDE_EM = 58;
    private static final List<String> PICTURES = List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp");

    private final StartModel model;
    private final Texts texts;
    private final HostCardView host;
    private final FirstRunView firstRun;

    public StartView(StartModel model) {
        this.model = model;
        this.texts = model.texts();
        this.host = new HostCardView(model.hosting(), texts, model.dataFolder(), model.navigator()::settings);
        this.firstRun = new FirstRunView(model.name(), texts, host::focusRoom);
        getStyleClass().add("page");
        VBox content = new VBox(firstRun, new Columns(host, rooms(), CARD_EM, SIDE_BY_SIDE_EM));
        content.getStyleClass().add("start-content");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        // the bar of a long page must not push it out of line with the header
        scroll.viewportBoundsProperty().subscribe(bounds -> content.setPadding(
                new Insets(8, Math.max(0, EDGE - Math.max(0, scroll.getWidth() - bounds.getWidth())), EDGE, EDGE)));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(header(), scroll);
        setOnDragOver(this::over);
        setOnDragDropped(this::dropped);
    }

    /// Puts the cursor where a person begins: the name on the first run, else the name of the room.
    public void focusFirst() {
        if (model.name().askedProperty().get()) {
            firstRun.focusName();
        } else {
            host.focusRoom();
        }
    }

    private Node header() {
        Label youAre = Boxes.label(texts.get("start.you-are"), "small", "muted");
        youAre.setMinWidth(0);
        Avatar face = new Avatar(Avatar.Size.SMALL);
        Button me = new Button("", face);
        me.setId("me");
        me.getStyleClass().addAll("start-me", "bold");
        me.setOnAction(_ -> model.navigator().settings());
        model.name().personProperty().subscribe(person -> show(person, face, me));
        Button settings = new Button(texts.get("start.settings"), Icons.of(Feather.SETTINGS));
        settings.setId("settings");
        settings.getStyleClass().add("compact");
        settings.setMinWidth(Region.USE_PREF_SIZE);
        settings.setOnAction(_ -> model.navigator().settings());
        Logo logo = new Logo();
        logo.setMinWidth(Region.USE_PREF_SIZE);
        HostCardView.showWhile(youAre, model.name().askedProperty().map(asked -> !asked));
        HostCardView.showWhile(me, youAre.visibleProperty());
        HBox header = Boxes.row(8, logo, Boxes.spring(), youAre, me, settings);
        header.getStyleClass().add("start-header");
        return header;
    }

    private void show(Settings person, Avatar face, Button me) {
        String name = VisibleText.line(person.name().orElse(""));
        face.show(person);
        me.setText(name);
        me.setAccessibleText(texts.get("start.settings-of", name));
        Hint.on(me, texts.get("start.settings-of", name));
    }

    private VBox rooms() {
        Label title = Boxes.label(texts.get("start.near"), "title");
        Pill live = new Pill(texts.get("start.live")).strong();
        live.setMinWidth(Region.USE_PREF_SIZE);
        Button address = new Button(texts.get("start.address"), Icons.of(Feather.LINK));
        address.setId("by-address");
        address.getStyleClass().add("compact");
        address.setOnAction(_ -> toggleAddress());
        Wrapped row = new Wrapped(Boxes.row(10, title, live), address);
        Node missing = missing();
        HostCardView.showWhile(missing, model.nearby().phaseProperty().map(p -> p != NearbyModel.Phase.NONE));
        return Boxes.column(14, row, new AddressView(model.address(), texts),
                new NearbyView(model.nearby(), texts, this::hostInstead, model.navigator()::network),
                new RecentView(model.recent(), model.hosting(), texts), missing);
    }

    private void hostInstead() {
        host.focusRoom();
    }

    private void toggleAddress() {
        if (model.address().openProperty().get()) {
            model.address().hide();
        } else {
            model.address().show(Optional.ofNullable(Clipboard.getSystemClipboard().getString()).orElse(""));
        }
    }

    private Node missing() {
        Button check = new Button(texts.get("start.none-check"));
        check.setId("check-network");
        check.getStyleClass().addAll("link", "small");
        check.setOnAction(_ -> model.navigator().network());
        return Boxes.row(4, Boxes.label(texts.get("start.missing"), "muted", "small"), check);
    }

    private static Optional<File> picture(Dragboard board) {
        return board.getFiles().stream()
                .filter(f -> PICTURES.stream().anyMatch(f.getName().toLowerCase(Locale.ROOT)::endsWith))
                .findFirst();
    }

    private void over(DragEvent event) {
        if (picture(event.getDragboard()).isPresent()) {
            event.acceptTransferModes(TransferMode.COPY);
            if (!model.address().openProperty().get()) {
                model.address().show(""); // says that a picture may be dropped
            }
            event.consume();
        }
    }

    private void dropped(DragEvent event) {
        Optional<File> file = picture(event.getDragboard());
        file.ifPresent(f -> model.address().picture(f.toPath()));
        event.setDropCompleted(file.isPresent());
        event.consume();
    }
}
