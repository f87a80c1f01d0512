package dev.baton.trading.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.DatabaseAccess.Role;
import dev.baton.testing.TestDatabase;
import dev.baton.testing.TestPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.Test;

/** What was seen of the sources of feeds goes on after the move to a table of their own. */
class FileSourceUpgradeTest {

    @Test
    void keepsSecretMarksAndPinnedKeyOfEveryMerchantsFeeds() throws SQLException {
        try (TestDatabase database = TestPostgres.empty()) {
            migrations(database).target("781").load().migrate();
            try (Connection connection = database.connectAsSuperuser();
                    Statement sql = connection.createStatement()) {
                sql.execute("""
                        insert into feed (merchant_id, feed_id, supplier_id, code, version, sealed_secret, begun_at,
                                          freshness, taken_mark, etag, host_key)
                        select ('00000000-0000-7000-8000-00000000000' || n)::uuid, gen_random_uuid(),
                               gen_random_uuid(), 'f', 1, '\\x01', now(), 'FRESH', 'mark', 'v' || n, 'SHA256:x'
                        from generate_series(1, 2) as n
                        """);

                migrations(database).load().migrate();

                try (ResultSet rows = sql.executeQuery("""
                        select count(*) as many, min(s.etag) || max(s.etag) as etags
                        from file_source s join feed f on f.feed_id = s.source_id and f.merchant_id = s.merchant_id
                        where s.sealed_secret = '\\x01' and s.taken_mark = 'mark' and s.host_key = 'SHA256:x'
                        """)) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getInt("many")).isEqualTo(2);
                    assertThat(rows.getString("etags")).isEqualTo("v1v2");
                }
                try (ResultSet rows = sql.executeQuery(
                        "select bool_and(relforcerowsecurity) from pg_class where relname in ('feed', 'file_source')")) {
                    assertThat(rows.next()).isTrue();
                    assertThat(rows.getBoolean(1)).isTrue();
                }
            }
        }
    }

    private static FluentConfiguration migrations(TestDatabase database) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), Role.OWNER.user(), database.password(Role.OWNER))
                .locations("classpath:db/migration")
                .outOfOrder(true);
    }
}
