package dev.baton.world.bench;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where the measured PostgreSQL listens and as whom to enter it.
 *
 * @param url {@code jdbc:postgresql://host:port/database}; parameters behind a {@code ?} are allowed
 * @param user a role that may create a schema in that database; reading the durability settings needs no more
 * @param password {@code null} where the server asks for none
 */
public record JdbcSettings(
        String url, String user, @Nullable String password) {

    private static final int DEFAULT_PORT = 5432;
    private static final int CONNECT_SECONDS = 10;
    private static final int SOCKET_SECONDS = 60;

    Connection connect() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "baton-bench");
        properties.setProperty("connectTimeout", String.valueOf(CONNECT_SECONDS));
        properties.setProperty("socketTimeout", String.valueOf(SOCKET_SECONDS));
        // Prepared on the server from the first execution on, as pgbench -M prepared does.
        properties.setProperty("prepareThreshold", "1");
        return DriverManager.getConnection(url, properties);
    }

    String host() {
        return server().getHost();
    }

    int port() {
        return server().getPort() == -1 ? DEFAULT_PORT : server().getPort();
    }

    String database() {
        return server().getPath().substring(1);
    }

    private URI server() {
        return URI.create(url.substring("jdbc:".length()));
    }

    /** Without the password: records are printed. */
    @Override
    public String toString() {
        return "JdbcSettings[url=" + url + ", user=" + user + "]";
    }
}
