package dev.baton.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The operating system's user PostgreSQL runs as. PostgreSQL refuses root; so under root it runs in a user namespace of
 * its own (same files, no privilege) or, where the system forbids that, as another user who then owns the cluster.
 *
 * @param prefix what stands before each command; empty for an ordinary user
 * @param owner who must own the cluster's files; {@code null} means whoever creates them
 */
record OsAccount(List<String> prefix, @Nullable UserPrincipal owner) {

    private static final int COMMAND_TIMEOUT_SECONDS = 120;

    /** What a command printed and how it ended. */
    record Result(int exitCode, String output) {}

    /** The least intrusive account that works on this machine. */
    static OsAccount choose() {
        if (new UnixSystem().getUid() != 0) {
            return new OsAccount(List.of(), null);
        }
        OsAccount namespace = new OsAccount(List.of("unshare", "--user"), null);
        return namespace.works() ? namespace : otherUser();
    }

    private boolean works() {
        try {
            return run(List.of("true")).exitCode() == 0;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    /** A user that every Linux has; {@code postgres} where it exists, since its purpose is obvious in a process list. */
    static OsAccount otherUser() {
        return Stream.of("postgres", "nobody")
                .flatMap(name -> lookup(name).stream())
                .findFirst()
                .map(user -> new OsAccount(List.of("runuser", "-u", user.getName(), "--"), user))
                .orElseThrow(
                        () -> new PostgresUnavailable("PostgreSQL does not run as root and this machine has no user"
                                + " to run it as. Start Baton as an ordinary user."));
    }

    private static Optional<UserPrincipal> lookup(String name) {
        try {
            return Optional.of(
                    FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name));
        } catch (UserPrincipalNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look up the user " + name, e);
        }
    }

    /** Hands the folder and all in it to the account, if it is another's. */
    void own(Path folder) {
        if (owner == null) {
            return;
        }
        try {
            for (Path path : Folders.deepestFirst(folder)) {
                Files.setOwner(path, owner);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot give " + folder + " to " + owner.getName(), e);
        }
    }

    /**
     * Runs a command as the account and waits for its end.
     *
     * @throws UncheckedIOException if the program cannot be started
     * @throws PostgresUnavailable if it does not end in time
     */
    Result run(List<String> command) {
        List<String> whole = Stream.concat(prefix.stream(), command.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(whole).redirectErrorStream(true);
        // PGDATA, PGOPTIONS and the like of the person's shell are about another server.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_ALL", "C");
        builder.directory(FileSystems.getDefault().getPath("/").toFile());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(COMMAND_TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new PostgresUnavailable("No end after %d s: %s".formatted(COMMAND_TIMEOUT_SECONDS, whole));
            }
            return new Result(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot run " + whole, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PostgresUnavailable("Interrupted while running " + whole, e);
        }
    }
}
