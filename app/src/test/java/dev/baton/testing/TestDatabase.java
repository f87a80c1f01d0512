package dev.baton.testing;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.DatabaseAccess.Role;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database of its own for one test class; closing drops it, whoever is still connected.
 *
 * @param name what PostgreSQL calls it
 */
public record TestDatabase(TestServer server, String name) implements AutoCloseable {

    /** The address without user and password. */
    public String jdbcUrl() {
        return server.jdbcUrl(name);
    }

    /** How Baton's roles sign in, for whoever builds pools of its own. */
    public DatabaseAccess access() {
        return new DatabaseAccess(
                jdbcUrl(), Arrays.stream(Role.values()).collect(Collectors.toMap(Function.identity(), this::password)));
    }

    public String password(Role role) {
        return server.passwords().apply(role.user());
    }

    /** A new connection as that role, in auto-commit. */
    public Connection connect(Role role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), role.user(), password(role));
    }

    /** Unpooled: every connection is a real one, as a race needs. */
    public DataSource dataSource(Role role) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(jdbcUrl());
        dataSource.setUser(role.user());
        dataSource.setPassword(password(role));
        return dataSource;
    }

    /** Past row-level security, to look at what the roles may not see. */
    public Connection connectAsSuperuser() throws SQLException {
        return server.connectAsSuperuser(name);
    }

    @Override
    public void close() {
        try (Connection superuser = server.connectAsSuperuser("postgres");
                Statement statement = superuser.createStatement()) {
            statement.execute("drop database if exists \"%s\" with (force)".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot drop " + name, e);
        }
    }
}
