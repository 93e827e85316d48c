package dev.parley.log;

import dev.parley.log.DraftQueue.Waiting;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hands outcomes to the executor of the server: all of one batch in one task, and one that fails does not silence the
/// others. Any thread.
///
/// @param executor runs the tasks in order
record Delivery(Executor executor) {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    /// One outcome for each.
    void hand(List<Waiting> batch, List<? extends Outcome> outcomes) {
        hand(() -> {
            for (int i = 0; i < batch.size(); i++) {
                tell(batch.get(i), outcomes.get(i));
            }
        });
    }

    /// The same outcome for all.
    void hand(List<Waiting> batch, Refused outcome) {
        hand(batch, Collections.nCopies(batch.size(), outcome));
    }

    /// @return false if the executor takes nothing any more
    boolean hand(Runnable task) {
        try {
            executor.execute(task);
            return true;
        } catch (RejectedExecutionException e) {
            LOG.debug("nobody is left to hear about the log");
            return false;
        }
    }

    private static void tell(Waiting waiting, Outcome outcome) {
        try {
            waiting.callback().done(outcome);
        } catch (RuntimeException e) {
            LOG.error("a callback of the log failed", e);
        }
    }
}
