package dev.parley.bench;

import dev.parley.crypto.PasswordParameters;
import dev.parley.crypto.PasswordProof;
import dev.parley.crypto.PasswordSecret;
import dev.parley.protocol.ErrorCode;
import dev.parley.protocol.ProtocolException;
import dev.parley.protocol.Reply;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/// Proves the password of the rooms. The password is stretched once for each salt and not by each member: its cost for
/// the members is not what is measured. On the event loop.
final class Proofs implements AutoCloseable {

    private final char[] password;
    private final SecureRandom random;
    private final Map<PasswordParameters, PasswordSecret> secrets = new HashMap<>();

    Proofs(String password, SecureRandom random) {
        this.password = password.toCharArray();
        this.random = random;
    }

    PasswordProof begin(Reply.Challenge challenge, byte[] channelBinding) {
        PasswordParameters parameters = PasswordParameters
                .parse(challenge.salt(), challenge.memoryKib(), challenge.iterations(), challenge.lanes())
                .orElseThrow(() -> new ProtocolException(ErrorCode.BAD_MESSAGE, "a challenge that makes no sense"));
        PasswordSecret secret = secrets.computeIfAbsent(parameters, p -> PasswordSecret.derive(password, p));
        return PasswordProof.client(secret, channelBinding, challenge.room().value(), random);
    }

    @Override
    public void close() {
        secrets.values().forEach(PasswordSecret::close);
        secrets.clear();
    }
}
