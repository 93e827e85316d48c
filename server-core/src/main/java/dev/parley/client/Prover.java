package dev.parley.client;

import dev.parley.crypto.PasswordParameters;
import dev.parley.crypto.PasswordProof;
import dev.parley.crypto.PasswordSecret;
import dev.parley.protocol.Reply;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The client's side of the password proof of one room. The password is hashed for the salt of the host that asks and
/// the hash is kept, so that a reconnect does not need the person. Steps are expensive: one background thread at a time.
final class Prover implements AutoCloseable {

    private final char[] password;
    private final SecureRandom random;
    private @Nullable PasswordParameters parameters;
    private @Nullable PasswordSecret secret;
    private @Nullable PasswordProof proof;

    /// @param password copied
    Prover(char[] password, SecureRandom random) {
        this.password = password.clone();
        this.random = random;
    }

    /// What answers a challenge: rounds 1 and 2 of our side.
    record Rounds(String round1, String round2) {}

    /// @throws dev.parley.crypto.ProofException if the host does not play by the rules
    synchronized Rounds answer(Reply.Challenge challenge, byte[] channelBinding) {
        forgetProof();
        PasswordProof fresh = PasswordProof.client(secretFor(challenge), channelBinding, challenge.room().value(), random);
        proof = fresh;
        String round1 = fresh.round1();
        fresh.acceptRound1(challenge.round1());
        return new Rounds(round1, fresh.round2());
    }

    private PasswordSecret secretFor(Reply.Challenge challenge) {
        byte[] salt;
        try {
            salt = Base64.getUrlDecoder().decode(challenge.salt());
        } catch (IllegalArgumentException e) {
            throw new ClientException("The host's answer makes no sense.", Optional.empty());
        }
        PasswordParameters wanted = new PasswordParameters(salt, challenge.memoryKib(), challenge.iterations(), challenge.lanes());
        PasswordSecret known = secret;
        if (known != null && wanted.equals(parameters)) {
            return known;
        }
        if (known != null) {
            known.close();
        }
        PasswordSecret derived = PasswordSecret.derive(password, wanted);
        secret = derived;
        parameters = wanted;
        return derived;
    }

    /// Our key confirmation, after round 2 of the host.
    synchronized String confirm(String hostRound2) {
        PasswordProof now = require();
        now.acceptRound2(hostRound2);
        return now.mac();
    }

    /// True if the host has proven that it knows the password too.
    synchronized boolean proven(String hostMac) {
        boolean right = require().verifyMac(hostMac);
        forgetProof();
        return right;
    }

    private PasswordProof require() {
        PasswordProof now = proof;
        if (now == null) {
            throw new ClientException("The host's answer came out of order.", Optional.empty());
        }
        return now;
    }

    private void forgetProof() {
        if (proof != null) {
            proof.close();
            proof = null;
        }
    }

    @Override
    public synchronized void close() {
        forgetProof();
        Arrays.fill(password, '\0');
        if (secret != null) {
            secret.close();
            secret = null;
        }
    }
}
