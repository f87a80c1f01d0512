package dev.baton.platform.tables;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.baton.platform.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of text with a delimiter. */
final class TextRows implements RowSource {

    static final int SAMPLE_BYTES = 64 * 1024;

    private static final int MOST_FIELDS = 16_384;

    private final TableFormat format;
    private final CsvReader<CsvRecord> reader;
    private final CloseableIterator<CsvRecord> records;
    private long number;

    private TextRows(TableFormat format, CsvReader<CsvRecord> reader, long rowsAbove) {
        this.format = format;
        this.reader = reader;
        this.records = reader.iterator();
        this.number = rowsAbove;
    }

    /** Finds out what the text is and begins to read it. */
    static TextRows open(InputStream in, TableOptions options, TableLimits limits) throws IOException {
        byte[] first = in.readNBytes(SAMPLE_BYTES);
        Encoding found = Encoding.of(first);
        Charset charset = options.charset() == null || found.mark() > 0 ? found.charset() : options.charset();
        String sample = new String(first, found.mark(), first.length - found.mark(), charset);
        char delimiter = options.delimiter() == null ? Delimiters.of(sample) : options.delimiter();
        int nameLine = Delimiters.nameLine(sample);
        int from = found.mark() + nameLine * "=".getBytes(charset).length;
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first, from, first.length - from), in);
        Reader text = new MendingReader(whole, charset);
        return new TextRows(
                TableFormat.text(charset, delimiter), parser(delimiter, limits).apply(text), nameLine > 0 ? 1 : 0);
    }

    static Function<Reader, CsvReader<CsvRecord>> parser(char delimiter, TableLimits limits) {
        CsvRecordHandler handler = CsvRecordHandler.of(build ->
                build.maxFields(MOST_FIELDS).maxFieldSize(limits.recordChars()).maxRecordSize(limits.recordChars()));
        return text -> CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(limits.recordChars())
                .build(handler, text);
    }

    @Override
    public @Nullable RawRow next() {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord row = records.next();
            number++;
            return new RawRow(number, row.getFields());
        } catch (CsvParseException broken) {
            throw new Problem(
                    TableProblem.TABLE_BROKEN,
                    "Row " + (number + 1) + " cannot be read to its end: look for a quote (\") that opens and never"
                            + " closes in it, mend it and send the file again.");
        } catch (UncheckedIOException cut) {
            throw WorkbookBounds.broken(number + 1, cut.getCause());
        }
    }

    @Override
    public TableFormat format() {
        return format;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
