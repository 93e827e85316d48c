package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.VisibleText;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.feather.Feather;

/// The panel to type an address or paste a link into. Esc closes it.
final class AddressView extends VBox {

    private static final List<String> PICTURES = List.of("*.png", "*.jpg", "*.jpeg", "*.gif", "*.bmp");

    private final AddressModel model;
    private final Texts texts;
    private final TextField typed = new TextField();
    private final VBox found = new VBox();

    AddressView(AddressModel model, Texts texts) {
        super(12);
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "raised");
        HostCardView.showWhile(this, model.openProperty());
        getChildren().setAll(head(), offer(), line(), busy(), rooms());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.hide();
                event.consume();
            }
        });
        visibleProperty().subscribe(shown -> {
            if (shown) {
                typed.requestFocus();
            }
        });
    }

    private Node head() {
        Button close = Icons.button(Feather.X, texts.get("start.address-close"), model::hide);
        VBox words = Boxes.column(3, Boxes.label(texts.get("start.address"), "headline"),
                Boxes.words(texts.get("start.address-words"), "muted", "small"));
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(10, words, close);
        return row;
    }

    private Node offer() {
        Label words = Boxes.words("");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button use = new Button(texts.get("start.address-use"));
        use.setId("address-use");
        use.getStyleClass().addAll("compact", "primary");
        use.setMinWidth(Region.USE_PREF_SIZE);
        use.setOnAction(_ -> model.useOffered());
        model.offeredProperty().subscribe(now -> now.ifPresent(invite ->
                words.setText(texts.get("start.address-copied", Shown.name(invite.room().value())))));
        HBox banner = Boxes.row(10, Icons.of(Feather.CLIPBOARD), words, use);
        banner.getStyleClass().add("banner");
        HostCardView.showWhile(banner, model.offeredProperty().map(Optional::isPresent));
        return banner;
    }

    private Node line() {
        typed.setId("address");
        typed.setPromptText(texts.get("start.address-hint"));
        typed.textProperty().bindBidirectional(model.typedProperty());
        typed.setOnAction(_ -> model.go());
        Button go = new Button(texts.get("start.address-go"));
        go.setId("address-go");
        go.getStyleClass().add("primary");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(_ -> model.go());
        go.disableProperty().bind(model.busyProperty());
        Button picture = new Button(texts.get("start.picture"));
        picture.setGraphic(Icons.of(Feather.IMAGE));
        picture.setOnAction(_ -> choose());
        picture.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(typed, Priority.ALWAYS);
        Field field = new Field(texts.get("start.address-hint"), new HBox(8, typed, go), typed).problem(model.problemProperty(), typed);
        return Boxes.column(10, field, picture);
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("start.picture-title"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get("start.picture-kinds"), PICTURES));
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            model.picture(file.toPath());
        }
    }

    private Node busy() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add("small");
        bar.setAccessibleText(texts.get("start.address-busy"));
        VBox box = Boxes.column(4, bar, Boxes.label(texts.get("start.address-busy"), "small", "muted"));
        HostCardView.showWhile(box, model.busyProperty());
        return box;
    }

    private Node rooms() {
        Label head = Boxes.label("", "field-name");
        head.textProperty().bind(model.hostProperty().map(host -> texts.get("start.address-found", VisibleText.line(host))));
        VBox box = Boxes.column(2, head, found);
        box.setVisible(false);
        box.managedProperty().bind(box.visibleProperty());
        model.found().addListener((ListChangeListener<SightedRoom>) _ -> {
            found.getChildren().setAll(model.found().stream().map(this::row).toList());
            box.setVisible(!model.found().isEmpty());
            found.getChildren().stream().reduce((_, last) -> last).ifPresent(
                    last -> last.pseudoClassStateChanged(NearbyView.LAST, true));
        });
        return box;
    }

    private Node row(SightedRoom room) {
        String called = VisibleText.line(room.room().value());
        RoomRow row = new RoomRow(Avatar.Size.SMALL);
        row.show(called, RoomRow.about(room, texts));
        if (room.locked()) {
            row.lock(texts);
        }
        row.name(texts.get("start.join"), texts.get("start.join-room", called));
        row.action().setOnAction(_ -> model.join(room));
        return row;
    }
}
