package dev.parley.app.session;

import dev.parley.client.ClientConfig;
import dev.parley.client.ClientEvent;
import dev.parley.client.KnownHosts;
import dev.parley.client.RoomClient;
import dev.parley.crypto.Fingerprint;
import dev.parley.protocol.UserName;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// From a located room to a chat in it. For one thread.
///
/// @param clients how to connect
/// @param known keys of hosts; the client pins new ones
/// @param device secret of the data folder
/// @param datagrams false to stay on TCP
@SuppressWarnings("ArrayRecordComponent") // handed on to the client's configuration, which copies it
public record Joining(Function<ClientConfig, RoomClient> clients, KnownHosts known, byte[] device, boolean datagrams) {

    /// Joins and stays until the chat is over. A name that was not said by the person gets a number when it is taken.
    ///
    /// @param password copied; empty to ask when the room needs one
    /// @param started told of each chat before it runs; more than one when names are taken
    public ChatEnd run(Located where, WishedName name, Optional<char[]> password, PasswordAsker asker, ChatView view,
            Consumer<Chat> started) throws InterruptedException {
        ChatEnd end = new ChatEnd.Left();
        Iterator<UserName> names = name.candidates().iterator();
        try (HostAddresses _ = where.addresses()) {
            do {
                end = attempt(where, names.next(), password.map(char[]::clone), asker, view, started);
            } while (isNameTaken(end) && names.hasNext());
        }
        return end;
    }

    private ChatEnd attempt(Located where, UserName name, Optional<char[]> password, PasswordAsker asker,
            ChatView view, Consumer<Chat> started) throws InterruptedException {
        ClientConfig config = new ClientConfig(where.addresses(), name, where.expected(), known, device,
                Optional.empty(), datagrams);
        try (RoomClient client = clients.apply(config)) {
            Chat chat = new Chat(client, where.room(), asker, view, event -> {
                if (event instanceof ClientEvent.Online online) {
                    where.addresses().reached(online.host());
                }
            });
            started.accept(chat);
            return chat.run(password);
        } finally {
            password.ifPresent(p -> Arrays.fill(p, ' '));
        }
    }

    private static boolean isNameTaken(ChatEnd end) {
        return end instanceof ChatEnd.Ended(var reason, _) && reason == ClientEvent.EndReason.NAME_TAKEN;
    }

    /// Forgets the keys that stood for this room and its host before: the person trusts the new one.
    public static void trust(KnownHosts known, Located where, Fingerprint key) {
        for (InetSocketAddress address : where.addresses().get()) {
            known.trust(address, where.room(), key);
        }
    }
}
