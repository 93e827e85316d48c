package dev.parley.app.ui.notify;

import java.awt.AWTException;
import java.awt.Image;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.net.URL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A balloon of the tray, for Windows. The icon is put there with the first notification.
final class TrayNotifier implements Notifier {

    private static final Logger LOG = LoggerFactory.getLogger(TrayNotifier.class);
    private static final String ICON = "/dev/parley/app/assets/icons/parley-32.png";

    private @Nullable TrayIcon icon;

    @Override
    public void show(String title, String text) {
        TrayIcon shown = icon == null ? place() : icon;
        if (shown != null) {
            shown.displayMessage(title, text, TrayIcon.MessageType.NONE);
        }
    }

    private @Nullable TrayIcon place() {
        URL picture = TrayNotifier.class.getResource(ICON);
        if (picture == null) {
            return null;
        }
        Image image = Toolkit.getDefaultToolkit().createImage(picture);
        TrayIcon fresh = new TrayIcon(image, "Parley");
        fresh.setImageAutoSize(true);
        try {
            SystemTray.getSystemTray().add(fresh);
        } catch (AWTException e) {
            LOG.debug("no place in the tray", e);
            return null;
        }
        icon = fresh;
        return fresh;
    }
}
