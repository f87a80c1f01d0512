package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.platform.DatabaseAccess.Role;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generated passwords of the embedded database, in {@code secrets/database.properties}, readable by its owner. */
final class Passwords {

    /** PostgreSQL's first superuser; only this package connects as it. */
    static final String SUPERUSER = "postgres";

    /** How many bytes a password has. */
    static final int PASSWORD_BYTES = 24;

    private final Properties byUser;

    private Passwords(Properties byUser) {
        this.byUser = byUser;
    }

    /**
     * Reads the passwords, or makes them for a cluster that does not exist yet.
     *
     * @throws PostgresUnavailable if the cluster exists and its passwords are gone
     */
    static Passwords keptIn(Path secretsFolder, boolean clusterExists) {
        Path file = secretsFolder.resolve("database.properties");
        try {
            if (!Files.exists(file)) {
                if (clusterExists) {
                    throw new PostgresUnavailable(("The database's passwords are gone: %s is missing. Put it back from"
                                    + " your backup of the secrets folder.")
                            .formatted(file));
                }
                generate(Folders.createPrivate(secretsFolder), file);
            }
            Properties byUser = new Properties();
            byUser.load(new StringReader(Files.readString(file, UTF_8)));
            return new Passwords(byUser);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read or write " + file, e);
        }
    }

    private static void generate(Path secretsFolder, Path file) throws IOException {
        SecureRandom random = new SecureRandom();
        Stream<String> users =
                Stream.concat(Stream.of(SUPERUSER), Arrays.stream(Role.values()).map(Role::user));
        String text = users.map(user -> user + "=" + password(random) + "\n").collect(Collectors.joining());
        Path unfinished = Files.createTempFile(
                secretsFolder,
                "database-",
                ".tmp",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text, UTF_8);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Letters, digits, '-' and '_' only: needs no escaping in SQL, URLs or files. */
    private static String password(SecureRandom random) {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String of(Role role) {
        return ofUser(role.user());
    }

    String ofSuperuser() {
        return ofUser(SUPERUSER);
    }

    private String ofUser(String user) {
        String password = byUser.getProperty(user);
        if (password == null) {
            throw new PostgresUnavailable("secrets/database.properties has no password of " + user
                    + ". Put the file back from your backup of the secrets folder.");
        }
        return password;
    }
}
