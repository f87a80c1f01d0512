package dev.baton.world.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedSqlTest {

    private final NamedSql sql = new NamedSql("select :id::uuid, :ids::uuid[] where x = :id");

    @Test
    void putsAQuestionMarkInThePlaceOfEveryNameAndLeavesCastsAlone() {
        assertThat(sql.withQuestionMarks()).isEqualTo("select ?::uuid, ?::uuid[] where x = ?");
    }

    @Test
    void knowsEveryPositionOfAName() {
        assertThat(sql.positions()).isEqualTo(Map.of("id", List.of(1, 3), "ids", List.of(2)));
    }

    @Test
    void putsExpressionsInThePlaceOfNames() {
        assertThat(sql.withExpressions(name -> "$" + name + "\\"))
                .isEqualTo("select $id\\::uuid, $ids\\::uuid[] where x = $id\\");
    }
}
