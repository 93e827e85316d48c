package dev.parley.app.cli;

import dev.parley.app.DataFolder;
import dev.parley.app.Texts;
import dev.parley.app.session.Endpoint;
import dev.parley.app.session.Invite;
import dev.parley.app.session.RoomFinder;
import dev.parley.app.session.WishedName;
import dev.parley.client.FileKnownHosts;
import dev.parley.discovery.SightedRoom;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.RoomName;
import dev.parley.protocol.UserName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;

/// The start screen of a terminal: name, host or join, room. Its answers become a command, which asks for the password
/// itself. An end of input at any question ends the menu.
final class TextMenu {

    private static final Duration SEARCH = Duration.ofSeconds(2);

    private final Surroundings around;
    private final CommandLine line;
    private final Texts texts;

    TextMenu(Surroundings around, CommandLine line) {
        this.around = around;
        this.line = line;
        this.texts = around.texts();
    }

    /// @param options what was given on the command line
    int run(List<String> options) {
        if (!around.prompt().isTerminal()) {
            line.usage(line.getErr());
            around.err().println(texts.get("error.no-command"));
            return Failure.USAGE;
        }
        say("menu.title", around.version());
        say("menu.no-window");
        return ask(options).map(command -> line.execute(command.toArray(String[]::new))).orElse(Failure.OK);
    }

    private Optional<List<String>> ask(List<String> options) {
        String account = WishedName.of(Optional.empty(), around.account()).first().value();
        return question("menu.name", text -> new UserName(text.isEmpty() ? account : text), account).flatMap(name ->
                choice().flatMap(host -> host ? host(options, name) : join(options, name)));
    }

    /// True to host, false to join.
    private Optional<Boolean> choice() {
        while (true) {
            Optional<String> answer = around.prompt().line(texts.get("menu.choice"));
            if (answer.isEmpty() || answer.get().strip().equals("1") || answer.get().strip().equals("2")) {
                return answer.map(text -> text.strip().equals("1"));
            }
            say("menu.one-or-two");
        }
    }

    private Optional<List<String>> host(List<String> options, UserName name) {
        return question("menu.host-room", RoomName::new).map(room -> command("host", options, name, room.value()));
    }

    private Optional<List<String>> join(List<String> options, UserName name) {
        List<SightedRoom> rooms = search();
        for (int i = 0; i < rooms.size(); i++) {
            SightedRoom r = rooms.get(i);
            say(r.locked() ? "menu.found-locked" : "menu.found", i + 1, r.room(), r.members(), r.host(),
                    Endpoint.show(r.address()));
        }
        say(rooms.isEmpty() ? "menu.none" : "menu.pick");
        return question("menu.join-room", text -> pick(text, rooms)).map(place -> {
            List<String> command = command("join", options, name, place.room());
            place.at().ifPresent(at -> command.addAll(command.indexOf("--"), List.of("--at", at)));
            return command;
        });
    }

    private record Place(String room, Optional<String> at) {}

    private static Place pick(String text, List<SightedRoom> rooms) {
        if (text.matches("[0-9]{1,3}")) {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= rooms.size()) {
                SightedRoom r = rooms.get(number - 1);
                return new Place(r.room().value(), Optional.of(Endpoint.show(r.address())));
            }
        }
        return new Place(Invite.looksLikeOne(text) ? text : new RoomName(text).value(), Optional.empty());
    }

    private List<SightedRoom> search() {
        say("menu.searching");
        try {
            DataFolder folder = dataFolder();
            return new RoomFinder(around.lookout(), FileKnownHosts.open(folder.knownHosts())).all(SEARCH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private DataFolder dataFolder() {
        Path given = line.getCommandSpec().findOption("--data").getValue();
        return given == null ? around.standardFolder() : new DataFolder(given);
    }

    private static List<String> command(String command, List<String> options, UserName name, String room) {
        List<String> args = new ArrayList<>(List.of(command));
        args.addAll(options);
        args.addAll(List.of("--name=" + name, "--", room));
        return args;
    }

    /// Asks until the answer is valid.
    private <T> Optional<T> question(String key, Function<String, T> parse, Object... args) {
        while (true) {
            Optional<String> answer = around.prompt().line(texts.get(key, args));
            if (answer.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(parse.apply(answer.get().strip()));
            } catch (ProtocolException e) {
                say("menu.invalid", e.text());
            }
        }
    }

    private void say(String key, Object... args) {
        around.err().println(texts.get(key, args));
        around.err().flush();
    }
}
