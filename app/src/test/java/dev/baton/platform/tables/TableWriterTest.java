package dev.baton.platform.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableWriterTest {

    @Test
    void writesWhatIsReadBackTheSameAndRunsNoFormula() throws IOException {
        List<String> cells = List.of("=1+1", "-3", "a;b", "say \"hi\"", "Größe", "@x");
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        try (TableWriter writer = new TableWriter(out, ';')) {
            writer.write(List.of("a", "b", "c", "d", "e", "f"));
            writer.write(cells);
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=1+1;-3;", "'@x");
        try (TableFile table =
                TableFile.open(new ByteArrayInputStream(out.toByteArray()), TableOptions.NONE, TableLimits.SMALL)) {
            assertThat(TableFileTest.rest(table).getFirst().cells()).isEqualTo(cells);
        }
    }
}
