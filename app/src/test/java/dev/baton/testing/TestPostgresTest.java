package dev.baton.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.postgres.DatabaseRoles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void givesEveryCallerADatabaseOfItsOwn() throws SQLException {
        try (TestDatabase one = TestPostgres.empty();
                TestDatabase other = TestPostgres.migrated()) {
            execute(one, "create table mine (id int)");

            assertThat(tables(one, "mine")).isEqualTo(1);
            assertThat(tables(other, "mine")).isZero();
        }
    }

    @Test
    void dropsTheDatabaseEvenWhileSomebodyIsConnected() throws SQLException {
        TestDatabase database = TestPostgres.empty();
        try (Connection forgotten = database.connect(Role.APP)) {
            database.close();

            assertThat(forgotten.isValid(1)).isFalse();
        }
    }

    @Test
    void letsBatonsRolesConnectAndNobodyElse() throws SQLException {
        try (TestDatabase database = TestPostgres.empty();
                Connection superuser = database.connectAsSuperuser()) {
            for (Role role : Role.values()) {
                assertThat(allowed(superuser, role.user(), database.name())).isTrue();
            }
            assertThat(allowed(superuser, "pg_monitor", database.name())).isFalse();
        }
    }

    @Test
    void leavesRolesThatExistAsTheyAre() throws SQLException {
        try (TestDatabase database = TestPostgres.empty();
                Connection superuser = database.connectAsSuperuser()) {
            DatabaseRoles.createMissing(superuser, role -> "another");

            assertThat(database.connect(Role.APP).isValid(1)).isTrue();
        }
    }

    private static boolean allowed(Connection superuser, String role, String database) throws SQLException {
        try (var statement = superuser.prepareStatement("select has_database_privilege(?, ?, 'connect')")) {
            statement.setString(1, role);
            statement.setString(2, database);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getBoolean(1);
            }
        }
    }

    private static int tables(TestDatabase database, String name) throws SQLException {
        try (Connection owner = database.connect(Role.OWNER);
                var statement = owner.prepareStatement("select count(*) from pg_tables where tablename = ?")) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getInt(1);
            }
        }
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection owner = database.connect(Role.OWNER);
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }
}
