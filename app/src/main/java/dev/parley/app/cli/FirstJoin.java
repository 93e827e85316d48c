package dev.parley.app.cli;

import dev.parley.app.session.Chat;
import dev.parley.app.session.ChatView;
import dev.parley.client.ClientEvent;
import dev.parley.protocol.Reply;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A view that begins something when the room is entered for the first time: only then input is read, so that none
/// is lost when a name is taken or a password wrong.
final class FirstJoin implements ChatView {

    private final ChatView view;
    private final Consumer<Chat> begin;
    private final boolean stranger;
    private volatile Optional<Chat> chat = Optional.empty();
    private boolean begun;
    private volatile boolean refused;

    /// @param stranger true if the host's key was never seen before and nobody vouches for it: people are to compare
    /// @param begin called on the chat's thread
    FirstJoin(ChatView view, boolean stranger, Consumer<Chat> begin) {
        this.view = view;
        this.stranger = stranger;
        this.begin = begin;
    }

    /// The chat that is shown from now on.
    void use(Chat current) {
        chat = Optional.of(current);
    }

    Optional<Chat> chat() {
        return chat;
    }

    /// True if a message of ours was refused.
    boolean wasRefused() {
        return refused;
    }

    @Override
    public void show(ClientEvent event) {
        switch (event) {
            case ClientEvent.Online(var host, var name, _) when stranger && !begun ->
                view.show(new ClientEvent.Online(host, name, ClientEvent.Trust.FIRST_CONTACT));
            case ClientEvent.Joined joined when !begun -> {
                begun = true;
                view.show(joined);
                view.flush();
                chat.ifPresent(begin);
            }
            case ClientEvent.Refused r -> {
                refused = true;
                view.show(r);
            }
            default -> view.show(event);
        }
    }

    @Override
    public void people(List<Reply.Person> people) {
        view.people(people);
    }

    @Override
    public void hint(String key, Object... args) {
        view.hint(key, args);
    }

    @Override
    public void flush() {
        view.flush();
    }
}
