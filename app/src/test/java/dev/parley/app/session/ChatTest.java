package dev.parley.app.session;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.client.ClientEvent;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.Limits;
import dev.parley.protocol.MessageText;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ChatTest {

    private static final RoomName ROOM = new RoomName("Crew");

    private final FakeRoomClient.Host host = new FakeRoomClient.Host("Crew", null);
    private final RecordingView view = new RecordingView();

    private static Optional<char[]> password(String text) {
        return Optional.of(text.toCharArray());
    }

    private final class Running {
        final FakeRoomClient client;
        final Chat chat;
        final CompletableFuture<ChatEnd> end = new CompletableFuture<>();

        Running(FakeRoomClient.Host at, Optional<char[]> password, PasswordAsker asker) {
            client = (FakeRoomClient) at.connect(Configs.client("Ben"));
            chat = new Chat(client, ROOM, asker, view, event -> {});
            Thread.startVirtualThread(() -> {
                try {
                    end.complete(chat.run(password));
                } catch (InterruptedException e) {
                    end.completeExceptionally(e);
                }
            });
        }

        void feed(String lines) throws IOException, InterruptedException {
            await().until(() -> view.shown.contains("Joined"));
            new LineFeeder(new StringReader(lines), chat, view).run();
        }

        ChatEnd end() throws Exception {
            return end.get(10, SECONDS);
        }
    }

    private Running start() {
        return new Running(host, Optional.empty(), PasswordAsker.NOBODY);
    }

    @Test
    void showsHistoryAndLiveInOrderAndLeavesWhenEverythingIsStored() throws Exception {
        host.store(new UserName("Ana"), dev.parley.protocol.MessageId.next(), "before");
        Running running = start();
        running.feed("one\r\n\ntwo");
        assertThat(running.end()).isEqualTo(new ChatEnd.Left());
        assertThat(view.shown).containsSubsequence("Joined", "1 before", "CaughtUp", "sent 2", "2 one", "sent 3", "3 two", "Left");
    }

    @Test
    void atTheEndOfInputWaitsForAHostThatIsAway() throws Exception {
        Running running = start();
        host.away = true;
        running.client.emit(new ClientEvent.Offline("gone", Duration.ofSeconds(1)));
        CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> {
            try {
                running.feed("one\n");
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> view.shown.contains("chat.waiting"));
        assertThat(running.end).isNotDone();
        host.away = false;
        running.client.deliver();
        fed.get(10, SECONDS);
        assertThat(running.end()).isEqualTo(new ChatEnd.Left());
        assertThat(host.entries).hasSize(1);
    }

    @Test
    void aThousandLinesPassInOrder() throws Exception {
        Running running = start();
        running.feed(IntStream.range(0, 1_000).mapToObj(i -> "line " + i).collect(Collectors.joining("\n")));
        running.end();
        assertThat(host.entries).hasSize(1_000);
        assertThat(host.entries.get(999).body()).isEqualTo("line 999");
    }

    @Test
    void waitsWhileTheOutboxIsFull() throws Exception {
        Running running = start();
        host.away = true;
        Thread writer = Thread.startVirtualThread(() -> {
            try {
                running.feed("x\n".repeat(9_500));
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        await().until(() -> running.client.unsent() == 9_000);
        host.away = false;
        running.client.deliver();
        assertThat(running.end()).isEqualTo(new ChatEnd.Left());
        writer.join();
        assertThat(host.entries).hasSize(9_500);
    }

    @Test
    void aLineWithoutEndIsDroppedAndTheNextIsSent() throws Exception {
        Running running = start();
        running.feed("y".repeat(10 * Limits.TEXT_CODE_POINTS) + "\nshort\n");
        running.end();
        assertThat(view.shown).contains("typed.too-long");
        assertThat(host.entries).singleElement().satisfies(e -> assertThat(e.body()).isEqualTo("short"));
    }

    @Test
    void leaveInTheMiddleEndsIt() throws Exception {
        Running running = start();
        running.feed("one\n/leave\nnever\n");
        assertThat(running.end()).isEqualTo(new ChatEnd.Left());
        assertThat(host.entries).hasSize(1);
    }

    @Test
    void commandsAreNotMessages() throws Exception {
        Running running = start();
        running.feed("/people\n/help\n/nonsense\n/msg Ana psst\n");
        running.end();
        assertThat(view.shown).contains("people 1", "typed.help", "typed.unknown");
        assertThat(host.whispers).containsExactly("Ana: psst");
        assertThat(host.entries).isEmpty();
    }

    @Test
    void asksForAPasswordUntilItIsRight() throws Exception {
        FakeRoomClient.Host locked = new FakeRoomClient.Host("Crew", "secret");
        List<String> answers = List.of("wrong", "secret");
        Running running = new Running(locked, Optional.empty(), (room, before) -> password(answers.get(before)));
        running.feed("hi\n");
        assertThat(running.end()).isEqualTo(new ChatEnd.Left());
        assertThat(locked.entries).hasSize(1);
    }

    @Test
    void saysThatThePasswordIsWrongWhenNobodyCanBeAsked() throws Exception {
        FakeRoomClient.Host locked = new FakeRoomClient.Host("Crew", "secret");
        Running running = new Running(locked, password("wrong"), PasswordAsker.NOBODY);
        assertThat(running.end()).isInstanceOfSatisfying(ChatEnd.NotJoined.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.WRONG_PASSWORD));
    }

    @Test
    void comesBackAfterIdleLeavingWhenSomethingIsSaid() throws Exception {
        Running running = start();
        running.client.hear("Ana", "hello");
        running.client.emit(new ClientEvent.Left(ROOM, Optional.of(ErrorCode.IDLE)));
        await().until(() -> view.shown.contains("Left"));
        assertThat(running.end).isNotDone();
        assertThat(running.chat.say(new MessageText("back"))).isTrue();
        running.chat.finish();
        assertThat(running.end()).isEqualTo(new ChatEnd.Left());
        assertThat(host.entries).hasSize(2);
    }

    @Test
    void beingRemovedEndsIt() throws Exception {
        Running running = start();
        running.client.emit(new ClientEvent.Left(ROOM, Optional.of(ErrorCode.BANNED)));
        assertThat(running.end()).isEqualTo(new ChatEnd.Removed(ErrorCode.BANNED));
        assertThat(running.chat.say(new MessageText("hello?"))).isFalse();
    }

    @Test
    void followsItsRoomToAnotherName() throws Exception {
        RoomName ship = new RoomName("Ship");
        Running running = start();
        running.client.emit(new ClientEvent.Renamed(ROOM, ship));
        running.client.emit(new ClientEvent.Left(ship, Optional.of(ErrorCode.IDLE)));
        await().until(() -> view.shown.contains("Left"));
        assertThat(running.end).as("idle in the room that it is in").isNotDone();
        running.client.emit(new ClientEvent.Left(ship, Optional.of(ErrorCode.KICKED)));
        assertThat(running.end()).isEqualTo(new ChatEnd.Removed(ErrorCode.KICKED));
        assertThat(view.shown).contains("Renamed");
    }

    @Test
    void knowsWhetherSomethingIsUnfinished() throws Exception {
        Running running = start();
        await().until(() -> view.shown.contains("CaughtUp"));
        assertThat(running.chat.isUnfinished()).isFalse();
        host.away = true;
        running.chat.say(new MessageText("waits"));
        assertThat(running.chat.isUnfinished()).isTrue();
        running.chat.leave();
        running.end();
    }
}
