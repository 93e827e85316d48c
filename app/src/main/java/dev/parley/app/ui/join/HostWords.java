package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.ui.widget.Boxes;
import dev.parley.crypto.Fingerprint;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.TilePane;

/// The words that stand for the key of a host, large, to be compared with those on the host's screen.
public final class HostWords extends TilePane {

    private static final int COLUMNS = 4;

    public HostWords(Fingerprint host, Texts texts) {
        getStyleClass().add("join-words");
        setPrefColumns(COLUMNS);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT);
        setAccessibleText(texts.get("join.words-spoken", String.join(", ", host.words())));
        List<String> words = host.words();
        for (int i = 0; i < words.size(); i++) {
            HBox word = Boxes.row(7, Boxes.label(Integer.toString(i + 1), "number"), Boxes.label(words.get(i), "word"));
            word.setAlignment(Pos.BASELINE_LEFT);
            word.setMaxWidth(Double.MAX_VALUE);
            word.getStyleClass().add("join-word");
            getChildren().add(word);
        }
    }

    /// Rows of four where they fit, else as many as there is room for.
    @Override
    protected void layoutChildren() {
        double quarter = Math.floor((getWidth() - (COLUMNS - 1) * getHgap()) / COLUMNS);
        double widest = getChildren().stream().mapToDouble(word -> word.prefWidth(-1)).max().orElse(0);
        double tile = quarter >= widest ? quarter : USE_COMPUTED_SIZE;
        if (getPrefTileWidth() != tile) {
            setPrefTileWidth(tile);
        }
        super.layoutChildren();
    }
}
