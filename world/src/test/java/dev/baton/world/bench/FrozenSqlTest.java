package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrozenSqlTest {

    private final FrozenSql sql = FrozenSql.load();

    @Test
    void holdsSixStatementsForEachLimit() {
        assertThat(List.of(
                        sql.section("a-sales-order"),
                        sql.section("a-sales-order-lines"),
                        sql.section("claim"),
                        sql.section("a-purchase-orders"),
                        sql.section("a-purchase-order-lines"),
                        sql.section("a-work"),
                        sql.section("b-sales-orders"),
                        sql.section("b-sales-order-lines"),
                        sql.section("b-purchase-orders"),
                        sql.section("b-purchase-order-lines"),
                        sql.section("b-work")))
                .allSatisfy(statement -> assertThat(statement.text())
                        .contains(":merchant")
                        .doesNotContain(";")
                        .doesNotContain("--"));
    }

    @Test
    void refusesASectionThatDoesNotExist() {
        assertThatThrownBy(() -> sql.section("c-refunds")).hasMessageContaining("@c-refunds");
    }

    @Test
    void refusesAnyOtherText() {
        var changed = "-- @schema\ncreate schema bench_limit;\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> FrozenSql.of(changed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("frozen");
    }

    @Test
    void thePgbenchScriptsAreWrittenFromTheFrozenStatements() throws IOException {
        assertThat(resource("limitA.pgbench.sql")).isEqualTo(PgbenchScript.limitA(sql));
        assertThat(resource("limitB.pgbench.sql")).isEqualTo(PgbenchScript.limitB(sql));
    }

    private static String resource(String name) throws IOException {
        try (var stream = FrozenSqlTest.class.getResourceAsStream("/bench/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
