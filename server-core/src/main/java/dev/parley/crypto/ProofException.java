package dev.parley.crypto;

/// The other side of a [PasswordProof] sent something that no honest program sends; the proof is over. A wrong password
/// is not this: it is the answer of [PasswordProof#verifyMac]. Has no stack trace: hostile input is ordinary and must
/// stay cheap.
public final class ProofException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProofException(String message) {
        super(message, null, false, false);
    }
}
