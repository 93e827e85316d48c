package dev.parley.app.ui.room;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.app.ui.widget.Icons;
import dev.parley.protocol.UserName;
import dev.parley.protocol.VisibleText;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/// Over the composer while it writes to one person only, so that nobody says to all what was for one, or the other way.
final class WhisperChip extends HBox {

    private final Label words = Boxes.words("", "small");

    WhisperChip(RoomModel model, Texts texts, Runnable back) {
        getStyleClass().add("room-whisper");
        setAlignment(Pos.CENTER_LEFT);
        Button close = Icons.button(Feather.X, texts.get("room.whisper-end"), () -> {
            model.whisperToProperty().set(Optional.empty());
            back.run();
        });
        close.getStyleClass().add("icon-small");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(Icons.of(Feather.EYE_OFF), words, close);
        model.whisperToProperty().subscribe(to -> show(to, texts));
    }

    private void show(Optional<UserName> to, Texts texts) {
        setVisible(to.isPresent());
        setManaged(to.isPresent());
        to.ifPresent(name -> words.setText(texts.get("room.whisper-to", VisibleText.line(name.value()))));
    }
}
