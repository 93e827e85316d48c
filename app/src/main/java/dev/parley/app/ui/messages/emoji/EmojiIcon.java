package dev.parley.app.ui.messages.emoji;

import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.stage.Window;

/// One emoji, as large as the style sheet says (class `emoji-icon`), standing on the line of the text around it.
public final class EmojiIcon extends Region {

    /// How much of it is above the line that letters stand on.
    private static final double ABOVE = 0.8;

    private final EmojiArt art;
    private final Emoji emoji;
    private final ImageView picture = new ImageView();
    private int pixels;

    public EmojiIcon(EmojiArt art, Emoji emoji) {
        this.art = art;
        this.emoji = emoji;
        getStyleClass().add("emoji-icon");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(emoji.spoken());
        picture.setManaged(false);
        getChildren().add(picture);
    }

    @Override
    public double getBaselineOffset() {
        return prefHeight(-1) * ABOVE;
    }

    @Override
    protected void layoutChildren() {
        Scene scene = getScene();
        Window window = scene == null ? null : scene.getWindow();
        double scale = window == null ? 1 : window.getOutputScaleX();
        int wanted = (int) Math.round(Math.min(getWidth(), getHeight()) * scale);
        picture.setFitWidth(wanted / scale);
        picture.setFitHeight(wanted / scale);
        picture.relocate(Math.rint((getWidth() - wanted / scale) / 2), Math.rint((getHeight() - wanted / scale) / 2));
        if (wanted > 0 && wanted != pixels) {
            pixels = wanted;
            art.picture(emoji, wanted, image -> {
                if (wanted == pixels) {
                    picture.setImage(image);
                }
            });
        }
    }
}
