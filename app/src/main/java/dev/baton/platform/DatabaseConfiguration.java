package dev.baton.platform;

import com.zaxxer.hikari.HikariConfig;
import dev.baton.platform.DatabaseAccess.Role;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One small pool per database role; migrations run first, as the owner. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Longest any statement, lock wait and idle transaction may take, in milliseconds. */
    private static final String LIMITS =
            "-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000";

    /** A store waits five seconds for an answer (Shopify): it must hear the 503, not hang up before it. */
    private static final int ACQUIRE_TIMEOUT_MILLIS = 4_000;

    /** The setting for how many connections work, pages and stores share, and what it is when nobody set it. */
    static final String CONNECTIONS = "baton.database.connections:8";

    @Bean(destroyMethod = "close")
    @Primary
    Pool appDataSource(Migrations migrations, DatabaseAccess access, @Value("${" + CONNECTIONS + "}") int connections) {
        return pool(migrations, access, Role.APP, "app", connections);
    }

    /** A second, tiny pool of the app's role for short transactions beside an open one (number blocks). */
    @Bean(destroyMethod = "close")
    Pool sideDataSource(Migrations migrations, DatabaseAccess access) {
        return pool(migrations, access, Role.APP, "side", 2);
    }

    @Bean(destroyMethod = "close")
    Pool dispatcherDataSource(Migrations migrations, DatabaseAccess access) {
        return pool(migrations, access, Role.DISPATCHER, "dispatcher", 1);
    }

    @Bean(destroyMethod = "close")
    Pool gateDataSource(Migrations migrations, DatabaseAccess access) {
        return pool(migrations, access, Role.GATE, "gate", 2);
    }

    @Bean
    JdbcTransactionManager transactionManager(@Qualifier("appDataSource") DataSource app) {
        return new JdbcTransactionManager(app);
    }

    @Bean
    @Primary
    JdbcClient jdbcClient(@Qualifier("appDataSource") DataSource app) {
        return JdbcClient.create(app);
    }

    @Bean
    JdbcClient dispatcherJdbcClient(@Qualifier("dispatcherDataSource") DataSource dispatcher) {
        return JdbcClient.create(dispatcher);
    }

    /** The only door to the directory tables; used by one class of merchants. */
    @Bean
    JdbcClient gateJdbcClient(@Qualifier("gateDataSource") DataSource gate) {
        return JdbcClient.create(gate);
    }

    private static Pool pool(Migrations migrations, DatabaseAccess access, Role role, String name, int size) {
        return new Pool(() -> {
            migrations.await();
            return config(access, role, name, size);
        });
    }

    private static HikariConfig config(DatabaseAccess access, Role role, String name, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("baton-" + name);
        config.setJdbcUrl(access.jdbcUrl());
        config.setUsername(role.user());
        config.setPassword(access.passwordOf(role));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(ACQUIRE_TIMEOUT_MILLIS);
        config.setInitializationFailTimeout(ACQUIRE_TIMEOUT_MILLIS);
        config.addDataSourceProperty("ApplicationName", "baton-" + name);
        config.addDataSourceProperty("options", LIMITS);
        config.addDataSourceProperty("prepareThreshold", "2");
        config.addDataSourceProperty("preparedStatementCacheQueries", "512");
        config.addDataSourceProperty("socketTimeout", "60");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
