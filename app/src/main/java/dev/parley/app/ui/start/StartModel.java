package dev.parley.app.ui.start;

import dev.parley.app.Texts;
import dev.parley.app.ui.Navigator;
import java.nio.file.Path;

/// The start screen: its parts, and when it is seen.
public final class StartModel {

    private final StartParts parts;
    private final NameModel name;
    private final HostCardModel hosting;
    private final NearbyModel nearby;
    private final RecentModel recent;
    private final AddressModel address;

    public StartModel(StartParts parts) {
        this.parts = parts;
        this.name = new NameModel(parts.settings(), parts.texts(), parts.account());
        this.hosting = new HostCardModel(parts, name);
        this.nearby = new NearbyModel(parts, name);
        this.recent = new RecentModel(parts, name, hosting, nearby);
        this.address = new AddressModel(parts, name, new QrPictures());
    }

    /// The screen is seen from now on: looks for rooms. Pair it with [#hidden].
    public void shown() {
        name.refresh();
        hosting.suggest();
        nearby.start();
        recent.start();
    }

    /// The screen is not seen any more. Idempotent.
    public void hidden() {
        nearby.stop();
        recent.stop();
        address.hide();
    }

    /// A `parley://` link that the program was started with, or was given by another start. Who was not asked for a name
    /// yet finds it filled in; everybody else is led to the room.
    public void openLink(String link) {
        if (name.askedProperty().get()) {
            address.show("");
            address.typedProperty().set(link.strip());
        } else {
            address.open(link);
        }
    }

    public NameModel name() {
        return name;
    }

    public HostCardModel hosting() {
        return hosting;
    }

    public NearbyModel nearby() {
        return nearby;
    }

    public RecentModel recent() {
        return recent;
    }

    public AddressModel address() {
        return address;
    }

    Navigator navigator() {
        return parts.navigator();
    }

    Texts texts() {
        return parts.texts();
    }

    Path dataFolder() {
        return parts.dataFolder();
    }
}
