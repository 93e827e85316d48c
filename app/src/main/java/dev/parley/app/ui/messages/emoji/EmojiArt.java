package dev.parley.app.ui.messages.emoji;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The emoji of the program and their pictures; one for all windows. FX thread.
public final class EmojiArt {

    private static final Logger LOG = LoggerFactory.getLogger(EmojiArt.class);
    /// Tiles kept: a few megabytes.
    private static final int TILES = 600;

    private final Executor background;
    private final Executor fx;
    private final Sheets sheets = new Sheets();
    private final ReadOnlyObjectWrapper<EmojiList> list = new ReadOnlyObjectWrapper<>(EmojiList.NONE);
    private final Map<Tile, Image> tiles = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<Tile, List<Consumer<Image>>> waiting = new HashMap<>();

    private record Tile(String sequence, int pixels) {}

    /// Begins to read the list.
    ///
    /// @param background where sheets are read and tiles are cut
    /// @param fx leads back to the FX thread
    public EmojiArt(Executor background, Executor fx) {
        this.background = background;
        this.fx = fx;
        background.execute(() -> {
            EmojiList loaded = EmojiList.load();
            fx.execute(() -> list.set(loaded));
        });
    }

    /// What there is; none until it is read.
    public ReadOnlyObjectProperty<EmojiList> list() {
        return list.getReadOnlyProperty();
    }

    /// Gives the picture of an emoji, at once if it is there, else when it has been read.
    ///
    /// @param pixels width and height, on the screen
    public void picture(Emoji emoji, int pixels, Consumer<Image> ready) {
        Tile tile = new Tile(emoji.sequence(), pixels);
        Image kept = tiles.get(tile);
        if (kept != null) {
            ready.accept(kept);
            return;
        }
        List<Consumer<Image>> others = waiting.computeIfAbsent(tile, _ -> new ArrayList<>());
        others.add(ready);
        if (others.size() == 1) {
            background.execute(() -> make(tile, emoji));
        }
    }

    private void make(Tile tile, Emoji emoji) {
        try {
            Image image = sheets.tile(emoji, tile.pixels());
            fx.execute(() -> done(tile, image));
        } catch (RuntimeException e) {
            LOG.warn("no picture of an emoji", e); // its place stays empty
            fx.execute(() -> waiting.remove(tile));
        }
    }

    private void done(Tile tile, Image image) {
        tiles.put(tile, image);
        if (tiles.size() > TILES) {
            tiles.remove(tiles.keySet().iterator().next());
        }
        List<Consumer<Image>> ready = waiting.remove(tile);
        if (ready != null) {
            ready.forEach(r -> r.accept(image));
        }
    }
}
