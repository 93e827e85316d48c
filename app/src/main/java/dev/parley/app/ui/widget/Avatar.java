package dev.parley.app.ui.widget;

import dev.parley.app.memory.Settings;
import dev.parley.protocol.VisibleText;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// The face of a person or a room: a coloured tile with initials, or a picture. Decoration only: the name beside it is
/// what is spoken.
public final class Avatar extends StackPane {

    private static final double PICTURE_PIXELS = 128;

    /// How large.
    public enum Size { SMALL, MEDIUM, LARGE }

    private final Label letters = new Label();
    private String colourClass = "";
    private Optional<String> wanted = Optional.empty();

    public Avatar(Size size) {
        getStyleClass().addAll("avatar", "avatar-" + size.name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.CENTER);
        setAccessibleRole(AccessibleRole.NODE);
        setFocusTraversable(false);
        getChildren().add(letters);
    }

    public Avatar(Size size, String name) {
        this(size);
        show(name);
    }

    /// Initials and colour of that name.
    public void show(String name) {
        show(name, -1);
    }

    /// Initials of that name in a chosen colour.
    ///
    /// @param colour 0 to [AvatarColours#COUNT] - 1, or -1 for the one that belongs to the name
    public void show(String name, int colour) {
        getChildren().setAll(letters);
        letters.setText(Initials.of(name));
        getStyleClass().remove(colourClass);
        colourClass = AvatarColours.styleClass(colour < 0 ? AvatarColours.of(name) : colour);
        getStyleClass().add(colourClass);
    }

    /// The face that a person has chosen: a picture, which is loaded in the background, or initials.
    public void show(Settings person) {
        show(VisibleText.line(person.name().orElse("")), person.colour());
        wanted = person.picture();
        wanted.ifPresent(path -> {
            Image image = new Image(Path.of(path).toUri().toString(), PICTURE_PIXELS, PICTURE_PIXELS, true, true, true);
            image.progressProperty().subscribe(done -> {
                if (done.doubleValue() >= 1 && !image.isError() && wanted.equals(Optional.of(path))) {
                    show(image);
                }
            });
        });
    }

    /// A picture instead of initials, cropped to the tile.
    public void show(Image picture) {
        ImageView view = new ImageView(picture);
        view.fitWidthProperty().bind(widthProperty());
        view.fitHeightProperty().bind(heightProperty());
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        clip.arcWidthProperty().bind(widthProperty().multiply(0.58));
        clip.arcHeightProperty().bind(heightProperty().multiply(0.58));
        view.setClip(clip);
        getChildren().setAll(view);
    }
}
