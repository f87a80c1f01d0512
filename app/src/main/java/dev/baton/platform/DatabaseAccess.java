package dev.baton.platform;

import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * Where the database is and how each role signs in; made by whoever starts the product (the embedded
 * PostgreSQL's launcher, or a given address). It may be handed out while the database still starts: whoever asks it
 * something then waits.
 */
public final class DatabaseAccess {

    private final CompletableFuture<Known> known;

    private DatabaseAccess(CompletableFuture<Known> known) {
        this.known = known;
    }

    /**
     * Of a database that answers.
     *
     * @param jdbcUrl address without user or password
     * @param passwords the password of every {@link Role}
     */
    public DatabaseAccess(String jdbcUrl, Map<Role, String> passwords) {
        this(CompletableFuture.completedFuture(new Known(jdbcUrl, Map.copyOf(passwords))));
    }

    /**
     * Of a database that is starting.
     *
     * @param started its access, once it answers; when it ends with an exception, so does whoever asks
     */
    public static DatabaseAccess whenStarted(CompletableFuture<DatabaseAccess> started) {
        return new DatabaseAccess(started.thenCompose(access -> access.known));
    }

    private record Known(String jdbcUrl, Map<Role, String> passwords) {}

    /** The database roles; none of them is a superuser and none bypasses row-level security. */
    public enum Role {
        /** Owns the tables; migrates and does nothing else. */
        OWNER("baton_owner"),
        /** Does all business, one merchant per transaction. */
        APP("baton_app"),
        /** Reads {@code work} of all merchants and nothing else. */
        DISPATCHER("baton_dispatcher"),
        /** Reads the directory tables (people, keys, sessions) and nothing else. */
        GATE("baton_gate");

        private final String user;

        Role(String user) {
            this.user = user;
        }

        /** The role's name in the database. */
        public String user() {
            return user;
        }
    }

    /** The address without user or password; waits until the database answers. */
    public String jdbcUrl() {
        return known.join().jdbcUrl();
    }

    /** The password of every role; waits until the database answers. */
    public Map<Role, String> passwords() {
        return known.join().passwords();
    }

    String passwordOf(Role role) {
        String password = passwords().get(role);
        if (password == null) {
            throw new IllegalStateException("no password for role " + role.user());
        }
        return password;
    }

    @Override
    public String toString() {
        return known.isDone() && !known.isCompletedExceptionally()
                ? "DatabaseAccess[" + jdbcUrl() + "]"
                : "DatabaseAccess[not there]";
    }
}
