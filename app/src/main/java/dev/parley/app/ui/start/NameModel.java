package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.memory.Settings;
import dev.parley.app.memory.SettingsStore;
import dev.parley.protocol.UserName;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Who the person is. On the first run the name is asked for, and taken when the person goes on.
public final class NameModel {

    private final SettingsStore settings;
    private final Texts texts;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Settings> person;

    NameModel(SettingsStore settings, Texts texts, UserName account) {
        this.settings = settings;
        this.texts = texts;
        this.person = new ReadOnlyObjectWrapper<>(settings.get());
        typed.set(settings.get().name().orElse(account.value()));
        typed.addListener((_, _, now) -> problem.set(NameRules.personProblem(now, texts).orElse("")));
        refresh();
    }

    /// Takes up what was changed elsewhere.
    void refresh() {
        person.set(settings.get());
        asked.set(settings.get().name().isEmpty());
        settings.get().name().ifPresent(typed::set);
    }

    /// The person goes on: the name is remembered.
    ///
    /// @return false if it cannot be a name; [#problemProperty] says why
    public boolean confirm() {
        problem.set(NameRules.personProblem(typed.get(), texts).orElse(""));
        if (!problem.get().isEmpty()) {
            return false;
        }
        String name = new UserName(NameRules.tidy(typed.get())).value();
        if (!settings.get().name().equals(Optional.of(name))) {
            settings.change(s -> s.withName(name));
        }
        refresh();
        return true;
    }

    public StringProperty typedProperty() {
        return typed;
    }

    /// Empty while there is none.
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// True until a name was given for the first time.
    public ReadOnlyBooleanProperty askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// The settings that say how the person looks.
    public ReadOnlyObjectProperty<Settings> personProperty() {
        return person.getReadOnlyProperty();
    }
}
