package dev.parley.server;

import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Reply;
import dev.parley.protocol.Request;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Reads the past for one member who scrolls back or looks for something: one question at a time, a few may wait. On the
/// event loop.
final class HistoryDesk {

    private static final int WAITING = 8;
    private static final int SEARCHES_PER_SECOND = 2;

    private record Question(Seat seat, Request.History request, @Nullable String id) {}

    private final Hall hall;
    private final Session session;
    private final TokenBucket searches;
    private final ArrayDeque<Question> waiting = new ArrayDeque<>();
    private boolean busy;

    HistoryDesk(Hall hall, Session session) {
        this.hall = hall;
        this.session = session;
        this.searches = new TokenBucket(SEARCHES_PER_SECOND, SEARCHES_PER_SECOND, Duration.ofSeconds(1), hall.nanos());
    }

    void ask(Seat seat, Request.History request, @Nullable String id) {
        Question question = new Question(seat, request, id);
        if (waiting.size() >= WAITING) {
            refuse(question, ErrorCode.RATE_LIMITED, "Too many questions at once; wait for the first answers.");
        } else if (isSearch(request) && !searches.take()) {
            refuse(question, ErrorCode.RATE_LIMITED, "Searching again so soon is too much; wait a moment.");
        } else {
            waiting.add(question);
            next();
        }
    }

    private static boolean isSearch(Request.History request) {
        return request.search() != null && !request.search().isBlank();
    }

    private void next() {
        Question question = busy ? null : waiting.poll();
        if (question == null) {
            return;
        }
        busy = true;
        Request.History asked = question.request;
        Seat seat = question.seat;
        Callable<List<Entry>> work = () -> Pages.newest(hall.log().between(
                seat.room().id(), seat.visibleFrom(), asked.before(), asked.limit(), Optional.ofNullable(asked.search())));
        Consumer<List<Entry>> done = entries -> answer(question, entries);
        Consumer<RuntimeException> failed = _ -> {
            refuse(question, ErrorCode.INTERNAL, "The log cannot be read at present.");
            free();
        };
        if (isSearch(asked)) {
            hall.background().search(work, done, failed);
        } else {
            hall.background().read(work, done, failed);
        }
    }

    private void answer(Question question, List<Entry> entries) {
        if (question.seat.taken()) {
            session.reply(new Reply.HistoryPage(question.seat.room().name(), entries), question.id);
        } else {
            refuse(question, ErrorCode.NOT_IN_ROOM, "Not in this room any more.");
        }
        free();
    }

    private void free() {
        busy = false;
        if (session.open()) {
            next();
        } else {
            waiting.clear();
        }
    }

    private void refuse(Question question, ErrorCode code, String message) {
        session.reply(new Reply.Failure("history", code, message, question.request.room(), null), question.id);
    }
}
