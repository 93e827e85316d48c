package dev.parley.app.ui.start;

import dev.parley.app.ui.widget.Icons;
import javafx.beans.property.StringProperty;
import javafx.event.ActionEvent;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/// A field for a password, which can be shown.
public final class SecretField extends StackPane {

    private final PasswordField hidden = new PasswordField();
    private final TextField shown = new TextField();

    /// @param show spoken name of the button while the password is hidden
    /// @param hide and while it is shown
    public SecretField(StringProperty password, String show, String hide) {
        getStyleClass().add("secret");
        hidden.textProperty().bindBidirectional(password);
        shown.textProperty().bindBidirectional(password);
        shown.accessibleTextProperty().bind(hidden.accessibleTextProperty());
        shown.promptTextProperty().bind(hidden.promptTextProperty());
        shown.setVisible(false);
        Button eye = Icons.button(Feather.EYE, show, () -> {});
        eye.setOnAction(_ -> {
            boolean reveal = !shown.isVisible();
            shown.setVisible(reveal);
            hidden.setVisible(!reveal);
            eye.setGraphic(Icons.of(reveal ? Feather.EYE_OFF : Feather.EYE));
            Icons.name(eye, reveal ? hide : show);
        });
        setAlignment(eye, Pos.CENTER_RIGHT);
        setMargin(eye, new Insets(0, 5, 0, 0));
        getChildren().setAll(hidden, shown, eye);
    }

    /// The control that is named and marked.
    public TextField input() {
        return hidden;
    }

    public void prompt(String words) {
        hidden.setPromptText(words);
    }

    /// Enter was pressed.
    public void setOnAction(EventHandler<ActionEvent> handler) {
        hidden.setOnAction(handler);
        shown.setOnAction(handler);
    }

    /// Gives the focus to the field that is seen.
    @Override
    public void requestFocus() {
        (shown.isVisible() ? shown : hidden).requestFocus();
    }
}
