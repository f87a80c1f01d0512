package dev.baton.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.baton.platform.DatabaseAccess.Role;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** One small pool per database role; migrations run first, as the owner. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** Longest any statement, lock wait and idle transaction may take, in milliseconds. */
    private static final String LIMITS =
            "-c statement_timeout=30000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=60000";

    private static final int ACQUIRE_TIMEOUT_MILLIS = 5_000;

    /** Runs every pending migration of every module before any pool opens. */
    @Bean(name = "migrated")
    Migrated migrate(DatabaseAccess access) {
        Flyway.configure()
                .dataSource(access.jdbcUrl(), Role.OWNER.user(), access.passwordOf(Role.OWNER))
                .locations("classpath:db/migration")
                .loggers("slf4j")
                // each module numbers its own migrations, so that a new one may stand below another module's last
                .outOfOrder(true)
                .load()
                .migrate();
        return new Migrated();
    }

    /** Says that the schema is there. */
    record Migrated() {}

    @Bean(destroyMethod = "close")
    @Primary
    @DependsOn("migrated")
    HikariDataSource appDataSource(DatabaseAccess access, @Value("${baton.database.connections:8}") int connections) {
        return pool(access, Role.APP, "app", connections);
    }

    /** A second, tiny pool of the app's role for short transactions beside an open one (number blocks). */
    @Bean(destroyMethod = "close")
    @DependsOn("migrated")
    HikariDataSource sideDataSource(DatabaseAccess access) {
        return pool(access, Role.APP, "side", 2);
    }

    @Bean(destroyMethod = "close")
    @DependsOn("migrated")
    HikariDataSource dispatcherDataSource(DatabaseAccess access) {
        return pool(access, Role.DISPATCHER, "dispatcher", 1);
    }

    @Bean(destroyMethod = "close")
    @DependsOn("migrated")
    HikariDataSource gateDataSource(DatabaseAccess access) {
        return pool(access, Role.GATE, "gate", 2);
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

    private static HikariDataSource pool(DatabaseAccess access, Role role, String name, int size) {
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
        return new HikariDataSource(config);
    }
}
