package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListExportTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aListThatBreaksOffSaysSoBelowItsLastRow(boolean workbook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ListExport<String> export = new ListExport<>(
                out,
                workbook,
                List.of(Column.of("name", "Name", name -> new Cell.Text(name, false, false))),
                ZoneOffset.UTC)) {
            export.write("Lamp");
            export.breakOff();
        }

        try (TableFile table =
                TableFile.open(new ByteArrayInputStream(out.toByteArray()), TableOptions.NONE, TableLimits.SMALL)) {
            assertThat(table.next()).extracting(TableRow::cells).isEqualTo(List.of("Lamp"));
            assertThat(Objects.requireNonNull(table.next()).cell(0)).startsWith("This list is not whole");
        }
    }
}
