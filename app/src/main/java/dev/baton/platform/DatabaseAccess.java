package dev.baton.platform;

import java.util.Map;

/**
 * Where the database is and how each role signs in; made by whoever starts the product (the embedded
 * PostgreSQL's launcher, or a given address).
 *
 * @param jdbcUrl address without user or password
 * @param passwords the password of every {@link Role}
 */
public record DatabaseAccess(String jdbcUrl, Map<Role, String> passwords) {

    public DatabaseAccess {
        passwords = Map.copyOf(passwords);
    }

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

    String passwordOf(Role role) {
        String password = passwords.get(role);
        if (password == null) {
            throw new IllegalStateException("no password for role " + role.user());
        }
        return password;
    }

    @Override
    public String toString() {
        return "DatabaseAccess[" + jdbcUrl + "]";
    }
}
