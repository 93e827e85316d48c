package dev.parley.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A host and a guest on two computers that a cable connects: discovery, joining and chat, and what `doctor` says when
/// a firewall is in the way.
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkNamespacesIT {

    private static final String PASSWORD = "across the wire";
    private static final String ROOM = "Bridge";

    private final List<Running> members = new ArrayList<>();
    private Optional<Namespaces> network = Optional.empty();
    private Optional<Running> hosting = Optional.empty();
    private Path folder = Path.of("");
    private int port;

    @BeforeAll
    void open(@TempDir Path temp) {
        Optional<String> obstacle = Namespaces.obstacle();
        assumeTrue(obstacle.isEmpty(), obstacle::orElseThrow);
        folder = temp;
        Namespaces made = new Namespaces();
        network = Optional.of(made);
        Running host = host().password(PASSWORD).start("host", ROOM, "--name", "Harbour");
        hosting = Optional.of(host);
        port = host.event("ready").get("port").getAsInt();
    }

    @AfterEach
    void leave() {
        members.forEach(Running::close);
        members.clear();
    }

    @AfterAll
    void close() {
        hosting.ifPresent(Running::close);
        network.ifPresent(Namespaces::close);
    }

    private String left() {
        return network.orElseThrow().left();
    }

    private String right() {
        return network.orElseThrow().right();
    }

    private Parley host() {
        return Parley.on(folder.resolve("host")).in(left());
    }

    private Parley guest(String name) {
        return Parley.on(folder.resolve(name)).in(right());
    }

    @Test
    void theReadyEventTellsTheAddressByWhichOthersReachTheHost() {
        JsonObject ready = hosting.orElseThrow().event("ready");
        assertThat(ready.get("addresses").toString()).contains("\"" + Namespaces.LEFT_ADDRESS + ":" + port + "\"");
        assertThat(ready.get("invite").getAsString()).startsWith("parley://" + Namespaces.LEFT_ADDRESS + ":" + port + "/");
    }

    @Test
    void theRoomIsFoundFromTheOtherComputer() {
        List<JsonObject> found = guest("looker").run("rooms", "--wait", "3s").events("room");
        assertThat(found).singleElement().satisfies(room -> {
            assertThat(room.get("room").getAsString()).isEqualTo(ROOM);
            assertThat(room.get("address").getAsString()).isEqualTo(Namespaces.LEFT_ADDRESS);
            assertThat(room.get("locked").getAsBoolean()).isTrue();
        });
    }

    @Test
    void membersOfBothComputersTalkByUdp() {
        Running guest = member(guest("guest").password(PASSWORD).start("join", ROOM, "--name", "Guest"));
        Running local = member(Parley.on(folder.resolve("local")).in(left()).password(PASSWORD)
                .start("join", ROOM, "--name", "Local"));
        guest.event("caught-up");
        local.event("caught-up");
        guest.say("across");
        local.event(text("across"), "the guest's words");
        local.say("and back");
        guest.event(text("and back"), "the other's words");
        assertThat(guest.events()).anyMatch(e -> (e.has("transport") && e.get("transport").getAsString().equals("udp"))
                || (e.has("now") && e.get("now").getAsString().equals("udp")));
        guest.endInput();
        assertThat(guest.exit()).isZero();
    }

    @Test
    void withUdpBlockedTheyTalkByTcp() {
        try (var _ = Namespaces.block(right(), "-p udp --sport " + port)) {
            Running guest = member(guest("guest-tcp").password(PASSWORD)
                    .start("join", ROOM, "--at", Namespaces.LEFT_ADDRESS + ":" + port, "--name", "Tess"));
            guest.event("caught-up");
            guest.say("over the other way");
            guest.event("sent");
            guest.endInput();
            assertThat(guest.exit()).isZero();
            assertThat(guest.events()).anyMatch(e -> (e.has("transport") && e.get("transport").getAsString().equals("tcp"))
                    || (e.has("now") && e.get("now").getAsString().equals("tcp")));
        }
    }

    @Test
    void aBrowserThatIsNotOursListsTheRoom() {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(Files.isExecutable(python), "no " + python);
        Path script;
        try {
            script = Files.writeString(folder.resolve("browse.py"), BROWSER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String listed = Namespaces.run(right(), python.toString(), script.toString());
        assumeTrue(!listed.startsWith("no zeroconf"), "python3-zeroconf is not installed");
        assertThat(listed).contains("name=" + ROOM + "._parley._tcp.local.", "port=" + port, "room=" + ROOM, "locked=1",
                Namespaces.LEFT_ADDRESS);
    }

    private static final String BROWSER = """
            import threading
            try:
                from zeroconf import IPVersion, ServiceBrowser, Zeroconf
            except ImportError:
                print("no zeroconf")
                raise SystemExit(0)
            found = threading.Event()
            class Listener:
                def add_service(self, zc, kind, name):
                    info = zc.get_service_info(kind, name, 5000)
                    if info:
                        print("name=" + name, "port=%d" % info.port, info.parsed_addresses())
                        for key, value in info.properties.items():
                            print(key.decode() + "=" + (value or b"").decode())
                        found.set()
                def update_service(self, zc, kind, name):
                    pass
                def remove_service(self, zc, kind, name):
                    pass
            zc = Zeroconf(ip_version=IPVersion.V4Only)
            ServiceBrowser(zc, "_parley._tcp.local.", Listener())
            found.wait(20)
            zc.close()
            """;

    @Test
    void aRoomOnAnOddPortIsFoundByDnsSdAlone() {
        Running odd = member(Parley.on(folder.resolve("odd")).in(left()).start("host", "Odd", "--open", "--port", "23456"));
        odd.event("ready");
        Running guest = member(guest("odd-guest").start("join", "Odd", "--name", "Otto"));
        assertThat(guest.event("joined").get("room").getAsString()).isEqualTo("Odd");
    }

    @Test
    void theDoctorFindsNothingWrongWithAHostThatCanBeReached() {
        Running doctor = host().run("doctor");
        assertThat(doctor.exit()).isZero();
        assertThat(codes(doctor)).contains("host-here ok", "tcp ok", "broadcast ok", "multicast ok");
    }

    @Test
    void theDoctorNamesTheFirewallThatBlocksThePort() {
        try (var _ = Namespaces.block(left(), "-p tcp --dport " + port)) {
            Running doctor = host().run("doctor");
            assertThat(doctor.exit()).isEqualTo(5);
            assertThat(codes(doctor)).contains("tcp fail");
            assertThat(words(doctor)).contains("firewall", "" + port, Namespaces.LEFT_ADDRESS);
        }
    }

    @Test
    void theDoctorNamesTheFirewallThatBlocksUdp() {
        try (var _ = Namespaces.block(left(), "-p udp --dport " + port)) {
            Running doctor = host().run("doctor");
            assertThat(codes(doctor)).doesNotContain("broadcast ok");
            assertThat(words(doctor)).contains("UDP", "firewall", "" + port);
        }
    }

    @Test
    void theDoctorSaysWhenMulticastDoesNotWork() {
        try (var _ = Namespaces.block(left(), "-d 224.0.0.0/4")) {
            Running doctor = host().run("doctor");
            assertThat(codes(doctor)).contains("multicast warn", "tcp ok");
            assertThat(words(doctor)).contains("Multicast does not work");
            assertThat(doctor.exit()).isZero();
        }
    }

    @Test
    void theDoctorOfAGuestSeesTheHost() {
        Running doctor = guest("patient").run("doctor");
        assertThat(codes(doctor)).contains("hosts-seen ok");
        assertThat(doctor.exit()).isZero();
    }

    private Running member(Running running) {
        members.add(running);
        return running;
    }

    private static Predicate<JsonObject> text(String text) {
        return e -> e.has("text") && e.get("text").getAsString().equals(text);
    }

    private static List<String> codes(Running doctor) {
        return doctor.events("finding").stream()
                .map(f -> f.get("code").getAsString() + " " + f.get("level").getAsString()).toList();
    }

    private static String words(Running doctor) {
        return String.join("\n", doctor.events("finding").stream()
                .filter(f -> !f.get("level").getAsString().equals("ok"))
                .map(f -> f.get("text").getAsString()).toList());
    }
}
