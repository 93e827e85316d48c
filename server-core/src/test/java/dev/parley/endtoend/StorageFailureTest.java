package dev.parley.endtoend;

import static dev.parley.endtoend.TestHost.ROOM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.client.ClientEvent;
import dev.parley.client.ClientEvent.Refused;
import dev.parley.client.ClientEvent.Sent;
import dev.parley.client.ClientEvent.Writable;
import dev.parley.endtoend.FailingLog.Fault;
import dev.parley.protocol.Entry;
import dev.parley.protocol.ErrorCode;
import dev.parley.server.ServerListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StorageFailureTest {

    @TempDir
    Path folder;

    private final List<String> told = new CopyOnWriteArrayList<>();
    private @Nullable FailingLog disk;
    private @Nullable TestHost host;

    @BeforeEach
    void open() {
        host = new TestHost(folder, Settings.storage(Settings.probing(Duration.ofMillis(100))), real -> {
            FailingLog failing = new FailingLog(real);
            disk = failing;
            return failing.log();
        }, new ServerListener() {
            @Override
            public void storageFailed(String reason) {
                told.add("failed: " + reason);
            }

            @Override
            public void storageRecovered() {
                told.add("recovered");
            }
        }).open();
    }

    @AfterEach
    void close() {
        host().close();
    }

    private TestHost host() {
        return java.util.Objects.requireNonNull(host);
    }

    private FailingLog disk() {
        return java.util.Objects.requireNonNull(disk);
    }

    @ParameterizedTest
    @EnumSource(names = {"BEFORE", "AFTER"})
    void whatFailsIsRefusedAndWhatWasAcknowledgedStays(Fault fault) {
        try (TestMember ana = new TestMember("Ana", host().port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host().port(), folder).join(ROOM)) {
            say(ana, "before ", 50);
            ana.awaitTexts(50);
            disk().fail(fault);
            say(ana, "during ", 50);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.client().unsent() == 0);
            assertThat(ana.events(Refused.class)).hasSize(50).allMatch(r -> r.code() == ErrorCode.READ_ONLY);
            assertThat(told).hasSize(1).first().asString().startsWith("failed: the disk");
            disk().fail(Fault.NONE);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> told.size() == 2);
            assertThat(told).last().isEqualTo("recovered");
            assertEveryoneSeesTheLog(ana, ben); // without anything new
            say(ana, "after ", 50);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> ana.texts().contains("after 49") && ben.texts().contains("after 49"));
            assertEveryoneSeesTheLog(ana, ben);
            List<Entry> stored = host().stored();
            assertThat(ana.events(Sent.class)).allSatisfy(sent ->
                    assertThat(stored.get((int) sent.seq() - 1).id()).isEqualTo(sent.id()));
            assertThat(stored.stream().map(Entry::id)).doesNotHaveDuplicates();
        }
    }

    @Test
    void manyMessagesWhoseFateWasUnknownAreShownAfterwards() throws IOException {
        int count = 1500;
        try (TestMember ana = new TestMember("Ana", host().port(), folder).join(ROOM);
                TestMember ben = new TestMember("Ben", host().port(), folder).join(ROOM);
                PlainClient eve = new PlainClient(host().port()).enter("Eve", "Lobby")) {
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> host().notices().contains("JOINED Eve"));
            disk().hold();
            for (int i = 0; i < count; i++) {
                eve.send("msg", "to", "public", "text", "m" + i);
            }
            eve.frame("{\"type\":\"ping\",\"data\":{\"n\":1}}").expect("pong"); // all of them wait for the disk
            disk().failLarge(Fault.AFTER, 600);
            disk().release();
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> !told.isEmpty());
            disk().fail(Fault.NONE);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> told.size() == 2);
            assertThat(disk().largest()).isGreaterThan(600);
            assertThat(host().stored()).hasSizeGreaterThan(600);
            assertEveryoneSeesTheLog(ana, ben);
        }
    }

    @Test
    void membersMayComeAndGoWhileNothingCanBeStored() {
        try (TestMember ana = new TestMember("Ana", host().port(), folder).join(ROOM)) {
            say(ana, "before ", 10);
            ana.awaitTexts(10);
            disk().fail(Fault.BEFORE);
            try (TestMember ben = new TestMember("Ben", host().port(), folder).join(ROOM)) {
                assertThat(ben.texts()).hasSize(10);
                ben.say(ROOM, "not now");
                assertThat(ben.await(Refused.class).text().value()).isEqualTo("not now");
            }
            disk().fail(Fault.NONE);
            Awaitility.await().atMost(TestMember.PATIENCE).until(() -> told.contains("recovered"));
            say(ana, "after ", 10);
            ana.awaitTexts(20);
            assertThat(ana.events(ClientEvent.Offline.class)).isEmpty();
        }
    }

    @Test
    void membersAreToldWhetherMessagesCanBeStoredAndSoIsWhoComesMeanwhile() {
        try (TestMember ana = new TestMember("Ana", host().port(), folder).join(ROOM)) {
            disk().fail(Fault.BEFORE);
            ana.say(ROOM, "not now");
            assertThat(ana.await(Writable.class)).isEqualTo(new Writable(ROOM, false, "the disk is full"));
            try (TestMember ben = new TestMember("Ben", host().port(), folder).join(ROOM)) {
                assertThat(ben.await(Writable.class).now()).isFalse();
                disk().fail(Fault.NONE);
                for (TestMember member : List.of(ana, ben)) {
                    Awaitility.await().atMost(TestMember.PATIENCE).until(() -> member.events(Writable.class).size() == 2);
                    assertThat(member.events(Writable.class).getLast()).isEqualTo(new Writable(ROOM, true, ""));
                }
                ana.say(ROOM, "now");
                ben.awaitTexts(1);
            }
        }
    }

    private static void say(TestMember member, String prefix, int count) {
        for (int i = 0; i < count; i++) {
            member.say(ROOM, prefix + i);
        }
    }

    private void assertEveryoneSeesTheLog(TestMember... members) {
        for (TestMember member : members) {
            Awaitility.await().atMost(TestMember.PATIENCE).untilAsserted(() -> assertThat(seqs(member.entries())).isEqualTo(seqs(host().stored())));
            assertThat(member.entries()).isEqualTo(host().stored());
        }
    }

    private static List<Long> seqs(List<Entry> entries) {
        return new ArrayList<>(entries.stream().map(Entry::seq).toList());
    }
}
