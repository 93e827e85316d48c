package dev.parley.protocol;

import java.util.Map;

/// The type names of requests on the wire.
final class RequestType {

    static final Map<String, Class<? extends Request>> BY_NAME = Map.ofEntries(
            Map.entry("guest", Request.Guest.class),
            Map.entry("list", Request.ListNames.class),
            Map.entry("create", Request.Create.class),
            Map.entry("enter", Request.Enter.class),
            Map.entry("msg", Request.PlainMessage.class),
            Map.entry("exit", Request.Exit.class),
            Map.entry("logout", Request.Logout.class),
            Map.entry("hello", Request.Hello.class),
            Map.entry("join", Request.Join.class),
            Map.entry("prove-rounds", Request.ProveRounds.class),
            Map.entry("prove-key", Request.ProveKey.class),
            Map.entry("leave", Request.Leave.class),
            Map.entry("post", Request.Post.class),
            Map.entry("whisper", Request.Whisper.class),
            Map.entry("range", Request.Range.class),
            Map.entry("history", Request.History.class),
            Map.entry("people", Request.People.class),
            Map.entry("ping", Request.Ping.class),
            Map.entry("path", Request.Path.class),
            Map.entry("active", Request.Active.class),
            Map.entry("present", Request.Present.class),
            Map.entry("typing", Request.Typing.class),
            Map.entry("probe", Request.Probe.class),
            Map.entry("log-rooms", Request.LogRooms.class),
            Map.entry("log-entries", Request.LogEntries.class),
            Map.entry("log-events", Request.LogEvents.class));

    private RequestType() {}

    static String of(Request request) {
        return switch (request) {
            case Request.Guest _ -> "guest";
            case Request.ListNames _ -> "list";
            case Request.Create _ -> "create";
            case Request.Enter _ -> "enter";
            case Request.PlainMessage _ -> "msg";
            case Request.Exit _ -> "exit";
            case Request.Logout _ -> "logout";
            case Request.Hello _ -> "hello";
            case Request.Join _ -> "join";
            case Request.ProveRounds _ -> "prove-rounds";
            case Request.ProveKey _ -> "prove-key";
            case Request.Leave _ -> "leave";
            case Request.Post _ -> "post";
            case Request.Whisper _ -> "whisper";
            case Request.Range _ -> "range";
            case Request.History _ -> "history";
            case Request.People _ -> "people";
            case Request.Ping _ -> "ping";
            case Request.Path _ -> "path";
            case Request.Active _ -> "active";
            case Request.Present _ -> "present";
            case Request.Typing _ -> "typing";
            case Request.Probe _ -> "probe";
            case Request.LogRooms _ -> "log-rooms";
            case Request.LogEntries _ -> "log-entries";
            case Request.LogEvents _ -> "log-events";
        };
    }
}
