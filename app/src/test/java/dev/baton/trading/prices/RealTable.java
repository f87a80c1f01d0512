package dev.baton.trading.prices;

import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableRow;
import dev.baton.platform.tables.TableWriter;
import dev.baton.testing.SharedDocuments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A real table kept beside the repository.
 *
 * @param bytes as they came
 */
record RealTable(List<String> header, List<Map<String, String>> rows, byte[] bytes) {

    static boolean areThere() {
        return SharedDocuments.find("catalogue").isPresent();
    }

    static RealTable read(String name) throws IOException {
        Path file = SharedDocuments.find("catalogue/" + name).orElseThrow();
        List<Map<String, String>> rows = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                TableFile table = TableFile.open(in, TableOptions.NONE, TableLimits.SMALL)) {
            for (TableRow row = table.next(); row != null; row = table.next()) {
                Map<String, String> cells = new LinkedHashMap<>();
                for (int i = 0; i < table.header().size(); i++) {
                    cells.put(table.header().get(i), row.cell(i));
                }
                rows.add(cells);
            }
            return new RealTable(table.header(), rows, Files.readAllBytes(file));
        }
    }

    /** Some of the rows as a file of the same columns. */
    byte[] of(Collection<Map<String, String>> some) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new TableWriter(out, ',')) {
            writer.write(header);
            for (Map<String, String> row : some) {
                writer.write(header.stream()
                        .map(name -> Objects.requireNonNull(row.get(name)))
                        .toList());
            }
        }
        return out.toByteArray();
    }
}
