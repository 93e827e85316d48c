package dev.parley.client;

import dev.parley.protocol.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Requests that wait for an answer with their id. On the event loop.
final class Questions {

    private final Map<String, CompletableFuture<Reply>> open = new HashMap<>();
    private long asked;

    /// @param answer completed by the reply with the id that is returned
    String ask(CompletableFuture<Reply> answer) {
        String id = "q" + ++asked;
        open.put(id, answer);
        return id;
    }

    /// @return true if the reply answers a question
    boolean answer(@Nullable String id, Reply reply) {
        CompletableFuture<Reply> answer = id == null ? null : open.remove(id);
        if (answer == null) {
            return false;
        }
        if (reply instanceof Reply.Failure failure) {
            answer.completeExceptionally(new ClientException(failure.message(), Optional.of(failure.code())));
        } else {
            answer.complete(reply);
        }
        return true;
    }

    /// The connection is lost.
    void failAll() {
        open.values().forEach(a -> a.completeExceptionally(new ClientException("The host is not connected.", Optional.empty())));
        open.clear();
    }
}
