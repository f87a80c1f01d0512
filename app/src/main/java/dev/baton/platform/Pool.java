package dev.baton.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Connections of one role; opens when it is asked for the first one, so that it can be handed out before the database is there. */
final class Pool extends AbstractDataSource implements AutoCloseable {

    private final Supplier<HikariConfig> config;
    private volatile @Nullable HikariDataSource open;
    private boolean closed;

    /**
     * A pool of what the configuration says.
     *
     * @param config asked once; may wait for the database
     */
    Pool(Supplier<HikariConfig> config) {
        this.config = config;
    }

    @Override
    public Connection getConnection() throws SQLException {
        HikariDataSource pool = open;
        return (pool == null ? opened() : pool).getConnection();
    }

    /** Never: a pool is one role's. */
    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new java.sql.SQLFeatureNotSupportedException("A pool signs in as its own role only");
    }

    private synchronized HikariDataSource opened() throws SQLException {
        if (closed) {
            throw new SQLException("The pool is closed");
        }
        HikariDataSource pool = open;
        if (pool == null) {
            pool = new HikariDataSource(config.get());
            open = pool;
        }
        return pool;
    }

    @Override
    public synchronized void close() {
        closed = true;
        HikariDataSource pool = open;
        if (pool != null) {
            pool.close();
        }
    }
}
