package dev.baton.channels.shopify;

import dev.baton.testing.SharedDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Real documents kept beside the repository; tests that need them are skipped where they are absent. */
final class RealDocuments {

    private RealDocuments() {}

    static Path store() {
        return SharedDocuments.find("store").orElseGet(() -> Assumptions.abort("no shared data beside the repository"));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** One row; a column that is not there is empty. */
    record Row(Map<String, String> cells) {

        String get(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    /** The rows of a CSV with a header; quotes as in RFC 4180. */
    static List<Row> csv(Path file) {
        String text = new String(bytes(file), StandardCharsets.UTF_8).replace("\uFEFF", "");
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                row.add(take(cell));
            } else if (!quoted && c == '\n') {
                row.add(take(cell));
                rows.add(row);
                row = new ArrayList<>();
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        if (!row.isEmpty() || !cell.isEmpty()) {
            row.add(take(cell));
            rows.add(row);
        }
        return named(rows);
    }

    private static String take(StringBuilder cell) {
        String value = cell.toString().strip();
        cell.setLength(0);
        return value;
    }

    private static List<Row> named(List<List<String>> rows) {
        List<Row> named = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            Map<String, String> byName = new LinkedHashMap<>();
            for (int i = 0; i < rows.getFirst().size(); i++) {
                byName.put(rows.getFirst().get(i), i < row.size() ? row.get(i) : "");
            }
            named.add(new Row(byName));
        }
        return named;
    }
}
