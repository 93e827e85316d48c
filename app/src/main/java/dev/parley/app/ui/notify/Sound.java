package dev.parley.app.ui.notify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Clip;
import javax.sound.sampled.LineEvent;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The soft sound of a new message. Without a sound card nothing is heard, and nothing fails. Blocks while it opens the
/// sound card; for background threads.
public final class Sound implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Sound.class);
    private static final String FILE = "/dev/parley/app/assets/sounds/message.wav";

    @Override
    public void run() {
        try (InputStream file = Sound.class.getResourceAsStream(FILE)) {
            if (file != null) {
                play(file);
            }
        } catch (IOException | UnsupportedAudioFileException | LineUnavailableException | IllegalArgumentException e) {
            LOG.debug("no sound", e); // IllegalArgumentException: this machine has no such line
        }
    }

    private static void play(InputStream file) throws IOException, UnsupportedAudioFileException, LineUnavailableException {
        try (AudioInputStream sound = AudioSystem.getAudioInputStream(new BufferedInputStream(file))) {
            Clip clip = AudioSystem.getClip();
            clip.addLineListener(event -> {
                if (LineEvent.Type.STOP.equals(event.getType())) {
                    clip.close();
                }
            });
            clip.open(sound);
            clip.start();
        }
    }
}
