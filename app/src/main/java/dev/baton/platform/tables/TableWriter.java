package dev.baton.platform.tables;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a table for a person: UTF-8 with a byte order mark, so that Excel reads it. A cell that a spreadsheet would run
 * as a formula gets an apostrophe in front, which {@link TableFile} takes away again. Needs no transaction; close it.
 */
public final class TableWriter implements Closeable {

    private final CsvWriter writer;

    public TableWriter(OutputStream out, char delimiter) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write('\uFEFF');
        this.writer = CsvWriter.builder()
                .fieldSeparator(delimiter)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text);
    }

    /** Writes one row. */
    public void write(List<String> cells) {
        List<String> safe = new ArrayList<>(cells.size());
        for (String cell : cells) {
            boolean runs = !cell.isEmpty() && "=@+-\t\r".indexOf(cell.charAt(0)) >= 0 && !isNumber(cell);
            safe.add(runs ? "'" + cell : cell);
        }
        writer.writeRecord(safe);
    }

    private static boolean isNumber(String cell) {
        return cell.matches("[+-]?\\d{1,20}([.,]\\d{1,20})?");
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
