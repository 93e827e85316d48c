package dev.parley.app.ui.shell;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import javafx.application.Application;
import javafx.application.HostServices;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens web pages in the browser of the system. What is opened was written by other people: only `http` and `https`, and
/// never a name that the shell or the system could take for something else.
final class Browser {

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);

    /// JavaFX gives its services to applications only, and this one has no other use.
    private static final class Anchor extends Application {
        @Override
        public void start(Stage stage) {
            throw new UnsupportedOperationException("only gives services");
        }
    }

    private final HostServices services = new Anchor().getHostServices();

    /// May take a moment.
    void open(String address) {
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            if (uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                services.showDocument(uri.toASCIIString());
            }
        } catch (URISyntaxException e) {
            LOG.debug("not an address of a web page"); // it looked like one
        }
    }
}
