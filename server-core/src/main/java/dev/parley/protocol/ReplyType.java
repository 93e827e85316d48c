package dev.parley.protocol;

import java.util.Map;

/// The type names of answers and pushes on the wire. A [Reply.Failure] carries the type of what it refuses.
final class ReplyType {

    static final Map<String, Class<? extends Reply>> BY_NAME = Map.ofEntries(
            Map.entry("guest", Reply.Guest.class),
            Map.entry("list", Reply.RoomList.class),
            Map.entry("list_room", Reply.NameList.class),
            Map.entry("create", Reply.Created.class),
            Map.entry("enter", Reply.Entered.class),
            Map.entry("msg", Reply.PlainMessage.class),
            Map.entry("exit", Reply.Exited.class),
            Map.entry("logout", Reply.LoggedOut.class),
            Map.entry("hello", Reply.Hello.class),
            Map.entry("challenge", Reply.Challenge.class),
            Map.entry("prove-rounds", Reply.HostRounds.class),
            Map.entry("joined", Reply.Joined.class),
            Map.entry("entry", Reply.EntryPush.class),
            Map.entry("entries", Reply.Entries.class),
            Map.entry("history", Reply.HistoryPage.class),
            Map.entry("caught-up", Reply.CaughtUp.class),
            Map.entry("stored", Reply.Stored.class),
            Map.entry("whisper", Reply.WhisperPush.class),
            Map.entry("people", Reply.People.class),
            Map.entry("pong", Reply.Pong.class),
            Map.entry("head", Reply.Head.class),
            Map.entry("probe", Reply.ProbeEcho.class),
            Map.entry("typing", Reply.TypingPush.class),
            Map.entry("presence", Reply.PresencePush.class),
            Map.entry("renamed", Reply.Renamed.class),
            Map.entry("writable", Reply.Writable.class),
            Map.entry("left", Reply.Left.class),
            Map.entry("log-rooms", Reply.LogRooms.class),
            Map.entry("log-entries", Reply.LogEntries.class),
            Map.entry("log-events", Reply.LogEvents.class));

    private ReplyType() {}

    static String of(Reply reply) {
        return switch (reply) {
            case Reply.Guest _ -> "guest";
            case Reply.RoomList _ -> "list";
            case Reply.NameList _ -> "list_room";
            case Reply.Created _ -> "create";
            case Reply.Entered _ -> "enter";
            case Reply.PlainMessage _ -> "msg";
            case Reply.Exited _ -> "exit";
            case Reply.LoggedOut _ -> "logout";
            case Reply.Hello _ -> "hello";
            case Reply.Challenge _ -> "challenge";
            case Reply.HostRounds _ -> "prove-rounds";
            case Reply.Joined _ -> "joined";
            case Reply.EntryPush _ -> "entry";
            case Reply.Entries _ -> "entries";
            case Reply.HistoryPage _ -> "history";
            case Reply.CaughtUp _ -> "caught-up";
            case Reply.Stored _ -> "stored";
            case Reply.WhisperPush _ -> "whisper";
            case Reply.People _ -> "people";
            case Reply.Pong _ -> "pong";
            case Reply.Head _ -> "head";
            case Reply.ProbeEcho _ -> "probe";
            case Reply.TypingPush _ -> "typing";
            case Reply.PresencePush _ -> "presence";
            case Reply.Renamed _ -> "renamed";
            case Reply.Writable _ -> "writable";
            case Reply.Left _ -> "left";
            case Reply.LogRooms _ -> "log-rooms";
            case Reply.LogEntries _ -> "log-entries";
            case Reply.LogEvents _ -> "log-events";
            case Reply.Failure failure -> failure.type();
        };
    }
}
