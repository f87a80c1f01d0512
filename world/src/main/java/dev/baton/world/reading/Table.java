package dev.baton.world.reading;

import dev.baton.world.http.Body;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file with a header row. Source: RFC 4180; UTF-8 with a byte order mark. */
final class Table {

    private static final char MARK = '\uFEFF';

    private Table() {}

    /**
     * Its rows by the names of the columns; a quote before {@code = + - @} or a tab, put there against spreadsheets, is
     * taken off.
     *
     * @throws IllegalArgumentException when it is no such file
     */
    static List<Map<String, String>> rows(Body file) {
        String text = file.text();
        if (text.isEmpty() || text.charAt(0) != MARK) {
            throw new IllegalArgumentException("the CSV begins with no byte order mark");
        }
        List<List<String>> records = records(text.substring(1));
        if (records.isEmpty()) {
            throw new IllegalArgumentException("the CSV is empty");
        }
        List<String> names = records.getFirst();
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> values : records.subList(1, records.size())) {
            if (values.size() != names.size()) {
                throw new IllegalArgumentException(
                        "a row of the CSV has " + values.size() + " values under " + names.size() + " names");
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.size(); i++) {
                row.put(names.get(i), unquoted(values.get(i)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static String unquoted(String value) {
        boolean guarded = value.length() > 1 && value.charAt(0) == '\'' && "=+-@\t".indexOf(value.charAt(1)) >= 0;
        return guarded ? value.substring(1) : value;
    }

    private static List<List<String>> records(String text) {
        List<List<String>> records = new ArrayList<>();
        List<String> record = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                boolean twice = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                quoted = c != '"' || twice;
                if (quoted) {
                    value.append(c);
                }
                i += twice ? 1 : 0;
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',' || c == '\n') {
                record.add(value.toString());
                value.setLength(0);
                if (c == '\n') {
                    records.add(record);
                    record = new ArrayList<>();
                }
            } else if (c != '\r') {
                value.append(c);
            }
        }
        if (quoted) {
            throw new IllegalArgumentException("the CSV ends within quotes");
        }
        if (!value.isEmpty() || !record.isEmpty()) {
            record.add(value.toString());
            records.add(record);
        }
        return records;
    }
}
