package dev.parley.app.ui.widget;

import javafx.scene.control.Button;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons, and buttons that show nothing else. Their size follows the text size: see `theme/Theme`.
public final class Icons {

    private Icons() {}

    /// An icon that decorates: it is not spoken.
    public static FontIcon of(Ikon ikon) {
        FontIcon icon = new FontIcon(ikon);
        icon.getStyleClass().add("icon");
        return icon;
    }

    /// A button with an icon only.
    ///
    /// @param spoken what it does: for screen readers, and as its tooltip
    public static Button button(Ikon ikon, String spoken, Runnable action) {
        Button button = new Button();
        button.setGraphic(of(ikon));
        button.getStyleClass().addAll("icon-button");
        name(button, spoken);
        button.setOnAction(_ -> action.run());
        return button;
    }

    /// Gives a button another name.
    public static void name(Button button, String spoken) {
        button.setAccessibleText(spoken);
        Hint.on(button, spoken);
    }
}
