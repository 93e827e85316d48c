package dev.parley.app.ui.notify;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs a small program of the system, without a shell: arguments stay arguments.
final class Command {

    private static final Logger LOG = LoggerFactory.getLogger(Command.class);
    private static final long SECONDS = 5;

    private Command() {}

    static void run(List<String> words) {
        try {
            Process process = new ProcessBuilder(words)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.debug("no notification", e); // the person still has the number in the title
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
