package dev.parley.app.ui.join;

import dev.parley.app.Texts;
import dev.parley.app.link.Entrance;
import dev.parley.app.memory.SettingsStore;
import dev.parley.app.ui.Navigator;
import dev.parley.app.ui.bridge.Later;
import dev.parley.client.KnownHosts;
import dev.parley.protocol.UserName;
import java.time.Clock;
import java.util.concurrent.Executor;

/// What the way into a room needs.
///
/// @param account name made from the account of the operating system, for the case that no other is known
/// @param background for what may block
/// @param window back to the FX thread
public record JoinParts(Entrance entrance, SettingsStore settings, KnownHosts known, Navigator navigator, Texts texts,
        UserName account, Clock clock, Executor background, Executor window, Later later) {}
