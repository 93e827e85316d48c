package dev.parley.app.session;

import dev.parley.discovery.Announcement;
import dev.parley.discovery.Browser;
import dev.parley.discovery.BrowserConfig;
import dev.parley.discovery.RoomSighting;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// The two questions that are asked of the network when looking for rooms. Safe for any thread.
public interface Lookout {

    /// The real network.
    static Lookout network() {
        return new Lookout() {
            @Override
            public Watch watch(List<InetSocketAddress> remembered, Consumer<RoomSighting> listener) {
                Browser browser = Browser.start(BrowserConfig.standard(remembered), listener);
                // closing DNS-SD takes its time, and nobody has to wait for it
                return () -> Thread.startVirtualThread(browser::close);
            }

            @Override
            public CompletableFuture<Optional<Announcement>> ask(InetSocketAddress host, Duration timeout) {
                return Browser.ask(host, timeout);
            }
        };
    }

    /// Tells what is seen until the watch is closed; returns at once.
    ///
    /// @param remembered hosts to ask directly as well
    /// @param listener called from one thread
    Watch watch(List<InetSocketAddress> remembered, Consumer<RoomSighting> listener);

    /// Asks one host what it offers; empty if it does not say.
    CompletableFuture<Optional<Announcement>> ask(InetSocketAddress host, Duration timeout);

    /// Ends with [#close], which is idempotent.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
