package dev.parley.app.ui.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.protocol.Entry;
import dev.parley.protocol.EntryKind;
import dev.parley.protocol.MessageId;
import dev.parley.protocol.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MessagesModelTest {

    private static List<Row> rows(MessagesModel model) {
        return model.rows().getValue();
    }

    private static List<Row.Message> messages(MessagesModel model) {
        return rows(model).stream().filter(Row.Message.class::isInstance).map(Row.Message.class::cast).toList();
    }

    private static List<Long> numbers(MessagesModel model) {
        return messages(model).stream().map(m -> m.post().seq().orElse(0)).toList();
    }

    @Test
    void messagesOfOnePersonWithinFiveMinutesFormAGroup() {
        Talk talk = new Talk();
        talk.says("Ben", "one");
        talk.says("Ben", "two");
        talk.says("Ана", "three");
        talk.later(Duration.ofMinutes(6)).says("Ана", "four");
        assertThat(messages(talk.joined(10))).extracting(Row.Message::first).containsExactly(true, false, true, true);
    }

    @Test
    void daysAreSeparatedAndNamed() {
        Talk talk = new Talk();
        talk.says("Ben", "one");
        talk.today().says("Ben", "two");
        assertThat(rows(talk.joined(10))).filteredOn(Row.Day.class::isInstance)
                .extracting(r -> ((Row.Day) r).words()).containsExactly("Yesterday", "Today");
    }

    @Test
    void neighbouringNoticesAreOneQuietLine() {
        Talk talk = new Talk();
        talk.happens(Notice.Event.JOINED, "Ben", "Olga");
        talk.happens(Notice.Event.JOINED, "健太");
        talk.happens(Notice.Event.LEFT, "Ben");
        talk.says("Olga", "hi");
        assertThat(rows(talk.joined(10))).filteredOn(Row.Happened.class::isInstance)
                .extracting(r -> ((Row.Happened) r).words()).containsExactly("Ben, Olga, 健太 joined · Ben left");
    }

    @Test
    void aMessageOfOursIsShownAtOnceAndOnlyOnce() {
        Talk talk = Talk.of(3);
        MessagesModel model = talk.joined(3);
        Entry stored = talk.says("Ana", "mine");
        model.sending(stored.id(), "mine");
        assertThat(messages(model).getLast().post().progress()).isEqualTo(Post.Progress.SENDING);
        model.stored(stored.id(), stored.seq());
        assertThat(messages(model).getLast().post().progress()).isEqualTo(Post.Progress.STORED);
        Object key = messages(model).getLast().key();
        model.received(stored);
        assertThat(messages(model)).hasSize(4);
        assertThat(messages(model).getLast().key()).isEqualTo(key);
    }

    @Test
    void aRefusedMessageStaysUntilItIsRemoved() {
        MessagesModel model = Talk.of(1).joined(1);
        MessageId id = MessageId.next();
        model.sending(id, "mine");
        model.refused(id, "mine", "the disk is full");
        assertThat(messages(model).getLast().post()).returns("the disk is full", Post::trouble);
        model.remove(id);
        assertThat(messages(model)).hasSize(1);
    }

    @Test
    void earlierPagesComeUntilTheBeginning() {
        Talk talk = Talk.of(250);
        MessagesModel model = talk.joined(50);
        assertThat(numbers(model)).hasSize(50).startsWith(201L);
        model.nearTop();
        assertThat(numbers(model)).hasSize(150).startsWith(101L).isSorted();
        model.nearTop();
        assertThat(rows(model).getFirst()).isEqualTo(new Row.Edge(Row.Edge.Side.TOP, Row.Edge.State.BEGINNING));
        int asked = talk.asked;
        model.nearTop();
        assertThat(talk.asked).isEqualTo(asked);
    }

    @Test
    void onlyAWindowIsKeptAndItMovesWithTheReader() {
        Talk talk = Talk.of(5_000);
        MessagesModel model = talk.joined(50);
        for (int i = 0; i < 40; i++) {
            model.showing(false, true);
            model.nearTop();
            assertThat(messages(model)).hasSizeLessThanOrEqualTo(Window.MOST);
        }
        assertThat(model.detachedProperty().get()).isTrue();
        assertThat(numbers(model)).startsWith(951L).hasSizeGreaterThan(1_500).isSorted();

        Entry live = talk.says("Ben", "live");
        model.received(live);
        assertThat(numbers(model)).doesNotContain(live.seq());
        assertThat(model.unreadProperty().get()).isEqualTo(1);

        for (int i = 0; i < 40; i++) {
            model.showing(false, false);
            model.nearEnd();
        }
        assertThat(model.detachedProperty().get()).isFalse();
        assertThat(numbers(model)).endsWith(5_000L, 5_001L).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void goingToTheNewestReloadsTheTail() {
        Talk talk = Talk.of(5_000);
        MessagesModel model = talk.joined(50);
        model.goTo(1);
        assertThat(numbers(model)).startsWith(1L);
        assertThat(model.detachedProperty().get()).isTrue();
        List<Aim> aims = new ArrayList<>();
        model.onAim(aims::add);
        model.newest();
        assertThat(numbers(model)).endsWith(5_000L);
        assertThat(model.detachedProperty().get()).isFalse();
        assertThat(aims).containsExactly(new Aim.Newest());
    }

    @Test
    void answersThatHoldFewEntriesLeaveNoGap() {
        Talk talk = Talk.of(1_000);
        MessagesModel model = new MessagesModel(Talk.ME, (before, limit) -> talk.before(before, Math.min(limit, 7)), Talk.TIMES, Talk.TEXTS);
        model.joined(1_000, 990);
        talk.log.subList(990, 1_000).forEach(model::received);
        model.caughtUp(1_000);
        model.goTo(500);
        model.nearEnd();
        List<Long> numbers = numbers(model);
        assertThat(numbers.getLast() - numbers.getFirst()).isEqualTo(numbers.size() - 1L);
        assertThat(numbers.getLast()).isGreaterThanOrEqualTo(600L);
    }

    @Test
    void whatCouldNotBeLoadedIsAskedForAgainWhenOnline() {
        Talk talk = Talk.of(200);
        boolean[] offline = {true};
        MessagesModel model = new MessagesModel(Talk.ME, (before, limit) -> offline[0]
                ? CompletableFuture.failedFuture(new IllegalStateException("offline")) : talk.before(before, limit),
                Talk.TIMES, Talk.TEXTS);
        model.joined(200, 150);
        talk.log.subList(150, 200).forEach(model::received);
        model.nearTop();
        assertThat(rows(model).getFirst()).isEqualTo(new Row.Edge(Row.Edge.Side.TOP, Row.Edge.State.FAILED));
        model.online(false);
        offline[0] = false;
        model.online(true);
        model.nearTop();
        assertThat(numbers(model)).hasSize(150);
    }

    @Test
    void theUnreadLineStandsBeforeTheFirstUnreadMessageOfOthers() {
        Talk talk = Talk.of(10);
        MessagesModel model = talk.model();
        List<Long> seen = new ArrayList<>();
        model.onSeen(seen::add);
        model.readTo(7);
        model.joined(10, 0);
        talk.log.forEach(model::received);
        model.caughtUp(10);
        int line = rows(model).indexOf(new Row.Unread());
        assertThat(((Row.Message) rows(model).get(line + 1)).post().seq()).hasValue(8);
        assertThat(model.unreadProperty().get()).isEqualTo(3);

        model.showing(true, false);
        assertThat(seen).containsExactly(10L);
        assertThat(model.unreadProperty().get()).isZero();
        assertThat(rows(model)).as("the line stays while it is read").contains(new Row.Unread());
    }

    @Test
    void whatIsSeenAsItComesNeedsNoLine() {
        Talk talk = Talk.of(3);
        MessagesModel model = talk.joined(3);
        model.showing(true, false);
        model.received(talk.says("Ben", "hello"));
        model.showing(true, false);
        assertThat(rows(model)).doesNotContain(new Row.Unread());

        model.watchedProperty().set(false);
        model.received(talk.says("Ben", "are you there?"));
        model.showing(true, false);
        assertThat(rows(model)).contains(new Row.Unread());
        assertThat(model.unreadProperty().get()).isEqualTo(1);
        model.watchedProperty().set(true);
        assertThat(model.unreadProperty().get()).isZero();
    }

    @Test
    void aReconnectAddsWhatIsNewOnce() {
        Talk talk = Talk.of(20);
        MessagesModel model = talk.joined(20);
        talk.says("Ben", "while away");
        model.joined(21, 18);
        talk.log.subList(18, 21).forEach(model::received);
        model.caughtUp(21);
        assertThat(numbers(model)).hasSize(21).doesNotHaveDuplicates();
    }

    @Test
    void aHostThatRepeatsAnIdMakesNoTwoRowsWithOneKey() {
        Talk talk = Talk.of(1);
        MessagesModel model = talk.joined(1);
        Entry first = talk.log.getFirst();
        model.received(new Entry(2, first.id(), EntryKind.TEXT, first.from(), first.at(), "again"));
        assertThat(rows(model)).extracting(Row::key).doesNotHaveDuplicates();
    }
}
