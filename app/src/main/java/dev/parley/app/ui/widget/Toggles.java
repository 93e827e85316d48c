package dev.parley.app.ui.widget;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;

/// One of several, of which one is always chosen. The user data of each toggle is its value.
public final class Toggles {

    private Toggles() {}

    /// Shows the present value, and says when the person has chosen another: by mouse, Space or arrow keys.
    ///
    /// @return ends both
    public static <T> Subscription choose(ToggleGroup group, ObservableValue<T> present, Consumer<T> change) {
        Subscription shown = present.subscribe(value -> show(group, value));
        Subscription chosen = group.selectedToggleProperty().subscribe(() -> {
            var toggle = group.getSelectedToggle();
            if (toggle == null) {
                show(group, present.getValue());
                return;
            }
            @SuppressWarnings("unchecked") // whoever made the toggles gave them these values
            T value = (T) toggle.getUserData();
            if (!value.equals(present.getValue())) {
                change.accept(value);
            }
        });
        return Subscription.combine(shown, chosen);
    }

    private static void show(ToggleGroup group, Object value) {
        group.getToggles().stream().filter(t -> value.equals(t.getUserData())).findFirst().ifPresent(group::selectToggle);
    }
}
