package dev.parley.app.session;

import java.nio.charset.StandardCharsets;

/// Links out of mails, chats and QR codes. What is understood must come back the same from its own text.
public final class InviteFuzz {

    private InviteFuzz() {}

    public static void fuzzerTestOneInput(byte[] link) {
        Invite invite;
        try {
            invite = Invite.parse(new String(link, StandardCharsets.UTF_8));
        } catch (SessionException e) {
            return; // says what is wrong
        }
        if (!Invite.parse(invite.toString()).equals(invite)) {
            throw new IllegalStateException(invite + " is not what it says");
        }
    }
}
