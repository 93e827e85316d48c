package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;

import dev.parley.client.ClientEvent;
import dev.parley.client.RoomClient;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// How long messages take from one member to another, one after the other.
final class Latencies {

    private final List<Long> micros = new ArrayList<>();

    /// Sends a message and waits until the other has it.
    void measure(TestMember sender, RoomClient receiver, String words) throws InterruptedException {
        long begin = System.nanoTime();
        sender.say(ROOM, words);
        hear(receiver, e -> e instanceof ClientEvent.Received received && received.entry().body().equals(words));
        since(begin);
    }

    /// A message that was sent then has come.
    void since(long nanoTime) {
        micros.add((System.nanoTime() - nanoTime) / 1000);
    }

    /// Waits for such an event and drops those before it.
    static void hear(RoomClient member, Predicate<ClientEvent> wanted) throws InterruptedException {
        ClientEvent event;
        do {
            event = member.poll(TestMember.PATIENCE).orElseThrow();
        } while (!wanted.test(event));
    }

    int count() {
        return micros.size();
    }

    /// Microseconds that half of the messages needed at most.
    long p50() {
        return sorted().get(count() / 2);
    }

    /// Microseconds that all but one in a hundred needed at most.
    long p99() {
        return sorted().get(count() - 1 - count() / 100);
    }

    private List<Long> sorted() {
        return micros.stream().sorted().toList();
    }
}
