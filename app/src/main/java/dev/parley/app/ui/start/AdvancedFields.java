package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Hint;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What few people need to say about a room.
final class AdvancedFields extends VBox {

    AdvancedFields(HostCardModel model, Texts texts, Path dataFolder, Runnable settings) {
        super(14);
        TextField port = new TextField();
        port.setId("host-port");
        port.setPromptText(texts.get("start.port-hint"));
        port.textProperty().bindBidirectional(model.portProperty());
        port.setOnAction(_ -> model.start());
        Field portField = new Field(texts.get("start.port"), port).problem(model.portProblemProperty(), port);
        var idle = new Field(texts.get("start.idle"),
                Choices.of(List.of(IdleTime.values()), i -> texts.get("start.idle-" + i.key()), model.idleProperty()));
        var keeping = new Field(texts.get("start.keeping"),
                Choices.of(List.of(Keeping.values()), k -> texts.get("start.keeping-" + k.key()), model.keepingProperty()));
        HostCardView.showWhile(idle, model.againProperty().not());
        HostCardView.showWhile(keeping, model.againProperty().not());
        Label path = Boxes.label(dataFolder.toString(), "path");
        Hint.on(path, dataFolder.toString());
        path.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        Button change = new Button(texts.get("start.folder-change"));
        change.getStyleClass().addAll("link", "small", "flush");
        change.setOnAction(_ -> settings.run());
        VBox folder = Boxes.column(3, Boxes.label(texts.get("start.folder"), "field-name"), path, change);
        getChildren().setAll(divider(), idle, keeping, portField, folder);
    }

    private static Region divider() {
        Region line = new Region();
        line.getStyleClass().add("divider");
        return line;
    }
}
