package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.memory.RememberedRoom;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.VisibleText;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The rooms that were visited before. Not there while there are none.
final class RecentView extends VBox {

    private final RecentModel model;
    private final HostCardModel hosting;
    private final Texts texts;
    private final VBox list = new VBox();

    RecentView(RecentModel model, HostCardModel hosting, Texts texts) {
        super(8);
        this.model = model;
        this.hosting = hosting;
        this.texts = texts;
        Label head = Boxes.label(texts.get("start.recent"), "section");
        head.setPadding(new Insets(0, 0, 0, 4));
        list.getStyleClass().addAll("card", "list", "quiet");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(texts.get("start.recent"));
        HostCardView.showWhile(head, list.visibleProperty());
        list.managedProperty().bind(list.visibleProperty());
        getChildren().setAll(head, list, problem(), undo());
        model.rooms().addListener((ListChangeListener<RememberedRoom>) _ -> show());
        show();
    }

    private void show() {
        list.setVisible(!model.rooms().isEmpty());
        list.getChildren().setAll(model.rooms().stream().map(this::row).toList());
        if (!list.getChildren().isEmpty()) {
            list.getChildren().getLast().pseudoClassStateChanged(NearbyView.LAST, true);
        }
    }

    private Node row(RememberedRoom room) {
        String called = VisibleText.line(room.key().room().value());
        RoomRow row = new RoomRow(Avatar.Size.SMALL);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        row.show(called, about(room));
        if (room.locked()) {
            row.lock(texts);
        }
        row.name(texts.get(room.own() ? "start.host-again" : "start.join"),
                texts.get(room.own() ? "start.host-again-room" : "start.join-room", called));
        row.action().setOnAction(_ -> model.open(room));
        row.action().disableProperty().bind(hosting.busyProperty().flatMap(busy ->
                model.busyProperty().map(b -> busy || b.isPresent())));
        row.getChildren().add(Icons.button(Feather.X, texts.get("start.remove", called), () -> model.remove(room)));
        row.setAccessibleText(texts.get("start.near-spoken", called, about(room)));
        return row;
    }

    private String about(RememberedRoom room) {
        if (room.own()) {
            return texts.get("start.recent-own", model.ago(room));
        }
        String visited = texts.get("start.recent-visited", model.ago(room));
        String host = Shown.name(room.hostName());
        return host.isBlank() ? visited : texts.get("start.recent-other", visited, host);
    }

    private Node problem() {
        Label words = Boxes.words("");
        words.textProperty().bind(model.problemProperty());
        HBox banner = Boxes.row(10, words);
        banner.getStyleClass().addAll("banner", "error");
        HostCardView.showWhile(banner, model.problemProperty().map(w -> !w.isEmpty()));
        return banner;
    }

    private Node undo() {
        Label words = Boxes.words("", "small");
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button undo = new Button(texts.get("start.undo"));
        undo.getStyleClass().add("link");
        undo.setOnAction(_ -> model.undo());
        model.removedProperty().subscribe(now -> now.ifPresent(room ->
                words.setText(texts.get("start.removed", Shown.name(room.key().room().value())))));
        HBox banner = Boxes.row(10, words, undo);
        banner.getStyleClass().add("banner");
        HostCardView.showWhile(banner, model.removedProperty().map(Optional::isPresent));
        return banner;
    }
}
