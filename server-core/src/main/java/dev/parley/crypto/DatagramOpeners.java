package dev.parley.crypto;

import javax.crypto.Cipher;

/// Makes the openers of one thread, which share a cipher: what the JDK keeps for one is 0.7 KB, and a server needs one
/// opener for each member. Another key than the last time costs the cipher some tenths of a microsecond.
public final class DatagramOpeners {

    private final Cipher cipher = DatagramOpener.newCipher();

    /// An opener for the thread of the others, as [DatagramOpener#DatagramOpener(DatagramKeys, long)].
    public DatagramOpener opener(DatagramKeys keys, long receiverIndex) {
        return new DatagramOpener(keys, receiverIndex, cipher);
    }
}
