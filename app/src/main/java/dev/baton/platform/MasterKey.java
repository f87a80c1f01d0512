package dev.baton.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that wraps every merchant's key. It lives in a file outside the database and its backups; whoever
 * has only one of the two can read nothing.
 *
 * @param bytes 32 bytes
 */
public record MasterKey(byte[] bytes) {

    private static final int LENGTH = 32;

    /**
     * Reads the key file, or makes it (mode 0600) when there is none.
     *
     * @throws UncheckedIOException when the file can be neither read nor made
     * @throws IllegalStateException when the file holds something else
     */
    public static MasterKey fromFile(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] bytes = Base64.getDecoder().decode(Files.readString(file).strip());
            if (bytes.length != LENGTH) {
                throw new IllegalStateException(file + " is not a master key; put the right file back");
            }
            return new MasterKey(bytes);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] bytes = new byte[LENGTH];
        new SecureRandom().nextBytes(bytes);
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path fresh = Files.createTempFile(
                folder,
                "master",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, Base64.getEncoder().encodeToString(bytes) + "\n");
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException another) {
            Files.delete(fresh);
        }
    }

    @Override
    public String toString() {
        return "MasterKey";
    }
}
