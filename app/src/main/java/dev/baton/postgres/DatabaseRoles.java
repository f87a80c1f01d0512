package dev.baton.postgres;

import dev.baton.platform.DatabaseAccess.Role;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Baton's users and its empty database, made by a superuser once: what the migrations and the program then find. The
 * same statements serve the embedded server and an operator's own.
 */
public final class DatabaseRoles {

    /** The database of the embedded server. */
    public static final String DATABASE = "baton";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_-]+");

    private DatabaseRoles() {}

    /**
     * Creates the roles that are absent; one that exists keeps its password.
     *
     * @param superuser open connection to any database of the server, in auto-commit
     * @param passwords letters, digits, {@code -} and {@code _} only
     */
    public static void createMissing(Connection superuser, Function<Role, String> passwords) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            // A failing statement is logged with its text, and this text holds a password.
            statement.execute("set log_min_error_statement = panic");
            statement.execute("set log_min_duration_statement = -1");
            for (Role role : Role.values()) {
                if (!exists(superuser, "select 1 from pg_roles where rolname = ?", role.user())) {
                    statement.execute(("create role %s login nosuperuser nocreatedb nocreaterole noreplication"
                                    + " nobypassrls password '%s'")
                            .formatted(harmless(role.user()), harmless(passwords.apply(role))));
                }
            }
        }
    }

    /** Creates an empty database, owned by {@link Role#OWNER} and closed to all but Baton's roles, if absent. */
    public static void createDatabase(Connection superuser, String name) throws SQLException {
        if (!exists(superuser, "select 1 from pg_database where datname = ?", name)) {
            createDatabase(superuser, name, "template0");
        }
    }

    /**
     * Creates a database as a copy of another, which nobody may be connected to.
     *
     * @throws SQLException also if the name is taken
     */
    public static void createDatabase(Connection superuser, String name, String template) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            String database = '"' + harmless(name) + '"';
            statement.execute("create database %s owner %s template \"%s\" encoding 'UTF8' locale 'C'"
                    .formatted(database, Role.OWNER.user(), harmless(template)));
            statement.execute("revoke all on database %s from public".formatted(database));
            for (Role role : Role.values()) {
                statement.execute("grant connect on database %s to %s".formatted(database, role.user()));
            }
        }
    }

    private static boolean exists(Connection superuser, String query, String name) throws SQLException {
        try (PreparedStatement statement = superuser.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }

    /** CREATE ROLE and CREATE DATABASE take no bound values; so only what needs no quoting is let in. */
    private static String harmless(String word) {
        if (!HARMLESS.matcher(word).matches()) {
            throw new IllegalArgumentException("Only letters, digits, '-' and '_' may stand in a name or password");
        }
        return word;
    }
}
