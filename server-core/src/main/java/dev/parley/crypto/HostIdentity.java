package dev.parley.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;

/// The key of this host and the self-signed certificate that carries it through TLS. Clients know a host by this key,
/// so it is made once and then kept. Immutable, any thread.
public final class HostIdentity {

    private static final String ALIAS = "host";

    /// PKCS#12 wants a password. This one is no secret: the permissions of the file are what protects the key.
    private static final char[] STORE_PASSWORD = "parley".toCharArray();

    private static final int MAX_FILE_BYTES = 64 * 1024;

    private final X509Certificate certificate;
    private final PrivateKey privateKey;

    private HostIdentity(X509Certificate certificate, PrivateKey privateKey) {
        this.certificate = certificate;
        this.privateKey = privateKey;
    }

    /// Reads the identity, or makes one where there is no file: written beside it, flushed to the disk, readable by the
    /// owner only where the file system knows owners (on Windows the folder decides), then moved into place in one
    /// step. Only one process may use a data folder at a time.
    ///
    /// @param file a PKCS#12 file; its folder is made if absent
    /// @throws IdentityException if a file is there but cannot be used, or none can be written
    public static HostIdentity loadOrCreate(Path file, SecureRandom random, Clock clock) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MAX_FILE_BYTES);
        } catch (NoSuchFileException absent) {
            return create(file, random, clock);
        } catch (IOException e) {
            throw IdentityException.unreadable(file, e);
        }
        try {
            return read(bytes);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            // the JDK reports some kinds of damage as unchecked exceptions
            throw IdentityException.damaged(file, e);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(certificate.getPublicKey());
    }

    /// The fingerprint; never the key.
    @Override
    public String toString() {
        return "HostIdentity[" + fingerprint() + "]";
    }

    private static HostIdentity create(Path file, SecureRandom random, Clock clock) {
        try {
            KeyPair keys = HostCertificate.newKeys(random);
            X509Certificate certificate = HostCertificate.selfSigned(keys, random, clock);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(ALIAS, keys.getPrivate(), STORE_PASSWORD, new Certificate[] {certificate});
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            store.store(bytes, STORE_PASSWORD);
            write(file.toAbsolutePath(), bytes.toByteArray());
            return new HostIdentity(certificate, keys.getPrivate());
        } catch (GeneralSecurityException | IOException e) {
            throw IdentityException.unwritable(file, e);
        }
    }

    private static HostIdentity read(byte[] bytes) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), STORE_PASSWORD);
        if (!(store.getKey(ALIAS, STORE_PASSWORD) instanceof PrivateKey key)
                || !(store.getCertificate(ALIAS) instanceof X509Certificate certificate)) {
            throw new GeneralSecurityException("no key and certificate of a host in the file");
        }
        requireFit(key, certificate);
        return new HostIdentity(certificate, key);
    }

    private static void requireFit(PrivateKey key, X509Certificate certificate) throws GeneralSecurityException {
        byte[] probe = certificate.getEncoded();
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(key);
        signature.update(probe);
        byte[] signed = signature.sign();
        signature.initVerify(certificate.getPublicKey());
        signature.update(probe);
        if (!signature.verify(signed)) {
            throw new GeneralSecurityException("the key does not belong to the certificate");
        }
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = file.getParent();
        if (folder == null) {
            throw new IOException("not a file: " + file);
        }
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "identity", ".new", ownerOnly(folder));
        try {
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer rest = ByteBuffer.wrap(bytes);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }
}
