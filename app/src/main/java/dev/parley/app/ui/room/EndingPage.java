package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// In place of a room that is over: what happened, and what to do now.
final class EndingPage extends StackPane {

    private final RoomModel model;
    private final RoomTools tools;
    private final Texts texts;

    EndingPage(RoomModel model, Ending ending, RoomTools tools) {
        this.model = model;
        this.tools = tools;
        this.texts = tools.texts();
        getStyleClass().add("room-ending");
        FontIcon icon = Icons.of(icon(ending.cause()));
        icon.getStyleClass().add("huge");
        StackPane round = new StackPane(icon);
        round.getStyleClass().add("room-ending-icon");
        String key = "room.ended." + ending.cause().name().toLowerCase(Locale.ROOT);
        Label title = Boxes.words(texts.get(key + ".title", model.nameProperty().get()), "title");
        String host = VisibleText.line(model.hostName());
        Label words = Boxes.words(texts.get(key + ".words", model.nameProperty().get(),
                host.isEmpty() ? texts.get("room.the-host") : host, ending.said()), "muted");
        FlowPane buttons = new FlowPane(10, 10);
        buttons.setAlignment(Pos.CENTER);
        buttons.getChildren().setAll(buttons(ending.cause()));
        VBox column = new VBox(round, title, words, buttons);
        column.getStyleClass().add("room-ending-column");
        column.setAlignment(Pos.CENTER);
        getChildren().setAll(column);
    }

    private static Ikon icon(Ending.Cause cause) {
        return switch (cause) {
            case KICKED -> Feather.USER_X;
            case BANNED -> Feather.SLASH;
            case CLOSED, STOPPED -> Feather.MOON;
            case PASSWORD -> Feather.KEY;
            case CHANGED -> Feather.SHIELD_OFF;
            case REPLACED -> Feather.COPY;
            case REFUSED -> Feather.ALERT_CIRCLE;
        };
    }

    private List<Node> buttons(Ending.Cause cause) {
        List<Node> buttons = new ArrayList<>();
        switch (cause) {
            case STOPPED -> buttons.add(primary("room.host-again", () -> tools.own().again(model.keyProperty().get())));
            case KICKED, CLOSED, PASSWORD, CHANGED, REFUSED -> model.where().ifPresent(
                    where -> buttons.add(primary("room.join-again", () -> tools.navigator().join(where))));
            case REPLACED -> model.where().ifPresent(
                    where -> buttons.add(primary("room.join-here", () -> tools.navigator().join(where))));
            case BANNED -> {}
        }
        Button back = new Button(texts.get("room.back"));
        back.setOnAction(_ -> {
            tools.rooms().leave(model);
            tools.navigator().start();
        });
        back.setCancelButton(true);
        if (buttons.isEmpty()) {
            back.getStyleClass().add("primary");
        }
        buttons.add(back);
        return buttons;
    }

    private Button primary(String key, Runnable action) {
        Button button = new Button(texts.get(key));
        button.getStyleClass().add("primary");
        button.setDefaultButton(true);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
