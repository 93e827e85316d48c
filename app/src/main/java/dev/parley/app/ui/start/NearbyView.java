package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Avatar;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The list of rooms in sight, or what there is to say as long as there are none.
final class NearbyView extends VBox {

    static final PseudoClass LAST = PseudoClass.getPseudoClass("last");

    private final NearbyModel model;
    private final Texts texts;
    private final VBox list = new VBox();
    private final Map<List<String>, RoomRow> rows = new LinkedHashMap<>();
    private final Map<List<String>, Slot> slots = new LinkedHashMap<>();

    NearbyView(NearbyModel model, Texts texts, Runnable hostInstead, Runnable checkNetwork) {
        this.model = model;
        this.texts = texts;
        getStyleClass().addAll("card", "raised", "list");
        list.setAccessibleRole(AccessibleRole.LIST_VIEW);
        list.setAccessibleText(texts.get("start.near"));
        Node searching = searching();
        Node nobody = nobody(hostInstead, checkNetwork);
        HostCardView.showWhile(list, model.phaseProperty().map(p -> p == NearbyModel.Phase.ROOMS));
        HostCardView.showWhile(searching, model.phaseProperty().map(p -> p == NearbyModel.Phase.SEARCHING));
        HostCardView.showWhile(nobody, model.phaseProperty().map(p -> p == NearbyModel.Phase.NONE));
        getChildren().setAll(list, searching, nobody);
        model.rooms().addListener((ListChangeListener<NearRoom>) _ -> arrange());
        arrange();
    }

    private Node searching() {
        Ripples ripples = new Ripples(Icons.of(Feather.WIFI));
        VBox box = new VBox(ripples, Boxes.label(texts.get("start.searching"), "headline"),
                Boxes.words(texts.get("start.searching-words"), "muted"));
        box.getStyleClass().add("nobody");
        ripples.playWhile(model.phaseProperty().map(p -> p == NearbyModel.Phase.SEARCHING));
        return box;
    }

    private Node nobody(Runnable hostInstead, Runnable checkNetwork) {
        Button host = new Button(texts.get("start.host"));
        host.getStyleClass().add("compact");
        host.setOnAction(_ -> hostInstead.run());
        Button check = new Button(texts.get("start.none-check"));
        check.getStyleClass().add("compact");
        check.setOnAction(_ -> checkNetwork.run());
        HBox buttons = Boxes.row(10, host, check);
        buttons.setAlignment(Pos.CENTER);
        VBox.setMargin(buttons, new Insets(8, 0, 0, 0));
        var icon = Icons.of(Feather.COFFEE);
        icon.getStyleClass().addAll("huge", "faint");
        VBox box = new VBox(icon, Boxes.label(texts.get("start.none"), "headline"),
                Boxes.words(texts.get("start.none-words"), "muted"), buttons);
        box.getStyleClass().add("nobody");
        return box;
    }

    private static List<String> key(NearRoom room) {
        return List.of(room.seen().hostId(), room.seen().room().value());
    }

    private void arrange() {
        List<List<String>> wanted = model.rooms().stream().map(NearbyView::key).toList();
        for (List<String> gone : rows.keySet().stream().filter(k -> !wanted.contains(k)).toList()) {
            rows.remove(gone);
            Slot slot = slots.remove(gone);
            if (slot != null) {
                slot.vanish(() -> list.getChildren().remove(slot));
            }
        }
        boolean first = list.getChildren().isEmpty();
        Node before = null;
        for (NearRoom room : model.rooms()) {
            Slot slot = slots.get(key(room));
            if (slot == null) {
                slot = added(room);
                list.getChildren().add(before == null ? 0 : list.getChildren().indexOf(before) + 1, slot);
                if (!first) {
                    slot.appear();
                }
            }
            show(room);
            before = slot;
        }
        inOrder(wanted);
        marks(wanted);
    }

    private Slot added(NearRoom room) {
        RoomRow row = new RoomRow(Avatar.Size.MEDIUM);
        row.setAccessibleRole(AccessibleRole.LIST_ITEM);
        Slot slot = new Slot(row);
        rows.put(key(room), row);
        slots.put(key(room), slot);
        return slot;
    }

    private void show(NearRoom room) {
        RoomRow row = rows.get(key(room));
        if (row != null) {
            row.show(room, texts);
            row.action().setOnAction(_ -> model.join(room));
        }
    }

    /// Only where a host changed its name does a row move.
    private void inOrder(List<List<String>> wanted) {
        List<Node> right = new ArrayList<>();
        wanted.forEach(key -> right.add(slots.get(key)));
        List<Node> live = list.getChildren().stream().filter(right::contains).toList();
        if (!live.equals(right)) {
            list.getChildren().setAll(right);
        }
    }

    private void marks(List<List<String>> wanted) {
        rows.forEach((key, row) -> row.pseudoClassStateChanged(LAST, key.equals(wanted.getLast())));
    }
}
