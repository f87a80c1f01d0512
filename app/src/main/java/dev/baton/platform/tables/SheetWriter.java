package dev.baton.platform.tables;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes an Excel workbook (ECMA-376, SpreadsheetML) row by row: what was written is not kept, so that memory does not
 * grow with the rows. Text is written as text and never as a formula; text that looks like one is marked as quoted, so
 * that it stays text when somebody edits the cell. Needs no transaction; close it.
 */
public final class SheetWriter implements Closeable {

    /** Rows of one sheet at most (Excel specifications and limits); more go on in another one. */
    static final int MOST_ROWS = 1_048_576;

    private static final int LONGEST_CELL = 32_767;
    private static final String RUNS = "=+-@\t\r";
    private static final LocalDateTime DAY_ZERO = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final double DAY_SECONDS = 86_400;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int QUOTED = 1;
    private static final int MOMENT = 2;

    private final ZipOutputStream zip;
    private final Writer text;
    private final int mostRows;
    private int sheets;
    private int rows;

    /** @param out closed with this */
    public SheetWriter(OutputStream out) throws IOException {
        this(out, MOST_ROWS);
    }

    SheetWriter(OutputStream out, int mostRows) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.text = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
        this.mostRows = mostRows;
        begin();
    }

    /**
     * Writes one row.
     *
     * @param cells text, whole numbers, {@link BigDecimal}s and local moments; null = an empty cell
     */
    public void write(List<? extends @Nullable Object> cells) throws IOException {
        if (rows == mostRows) {
            end();
            begin();
        }
        rows++;
        text.write("<row>");
        for (Object cell : cells) {
            write(cell);
        }
        text.write("</row>");
    }

    private void write(@Nullable Object cell) throws IOException {
        switch (cell) {
            case null -> text.write("<c/>");
            case Integer number -> text.write("<c><v>" + number + "</v></c>");
            case Long number -> text.write("<c><v>" + number + "</v></c>");
            case BigDecimal number -> text.write("<c><v>" + number.toPlainString() + "</v></c>");
            case LocalDateTime moment ->
                text.write("<c s=\"" + MOMENT + "\"><v>" + ChronoUnit.SECONDS.between(DAY_ZERO, moment) / DAY_SECONDS
                        + "</v></c>");
            default -> write(cell.toString());
        }
    }

    private void write(String cell) throws IOException {
        boolean quoted = !cell.isEmpty() && RUNS.indexOf(cell.charAt(0)) >= 0;
        text.write(quoted ? "<c t=\"inlineStr\" s=\"" + QUOTED + "\">" : "<c t=\"inlineStr\">");
        text.write("<is><t xml:space=\"preserve\">");
        String kept = cell.length() > LONGEST_CELL ? cell.substring(0, LONGEST_CELL) : cell;
        for (int i = 0; i < kept.length(); i += Character.charCount(kept.codePointAt(i))) {
            write(kept.codePointAt(i));
        }
        text.write("</t></is></c>");
    }

    /** What XML 1.0 (section 2.2) has no character for is left out. */
    private void write(int sign) throws IOException {
        boolean control = sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r';
        boolean none =
                (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE) || (sign & 0xFFFE) == 0xFFFE;
        if (control || none) {
            return;
        }
        switch (sign) {
            case '<' -> text.write("&lt;");
            case '>' -> text.write("&gt;");
            case '&' -> text.write("&amp;");
            case '\r' -> text.write("&#13;");
            default -> text.write(Character.toString(sign));
        }
    }

    private void begin() throws IOException {
        sheets++;
        rows = 0;
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets + ".xml"));
        text.write(HEAD + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
    }

    private void end() throws IOException {
        text.write("</sheetData></worksheet>");
        text.flush();
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        try (ZipOutputStream closing = zip) {
            end();
            part("xl/styles.xml", styles());
            part("xl/workbook.xml", workbook());
            part("xl/_rels/workbook.xml.rels", relations());
            part(
                    "_rels/.rels",
                    "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                            + relation("1", "/officeDocument", "xl/workbook.xml") + "</Relationships>");
            part("[Content_Types].xml", types());
            closing.finish();
        }
    }

    private void part(String name, String body) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        text.write(HEAD + body);
        text.flush();
        zip.closeEntry();
    }

    /** Three styles: plain, quoted text, and day with time (built-in number format 22). */
    private static String styles() {
        String plain = "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"";
        return "<styleSheet xmlns=\"" + MAIN
                + "\"><fonts count=\"1\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "</fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\">" + plain
                + "/></cellStyleXfs><cellXfs count=\"3\">" + plain + "/>" + plain + " quotePrefix=\"1\"/>"
                + plain.replace("numFmtId=\"0\"", "numFmtId=\"22\"")
                + " applyNumberFormat=\"1\"/></cellXfs></styleSheet>";
    }

    private String workbook() {
        StringBuilder book =
                new StringBuilder("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATIONS + "\"><sheets>");
        for (int i = 1; i <= sheets; i++) {
            book.append("<sheet name=\"Sheet%d\" sheetId=\"%d\" r:id=\"r%d\"/>".formatted(i, i, i));
        }
        return book.append("</sheets></workbook>").toString();
    }

    private String relations() {
        StringBuilder all = new StringBuilder("<Relationships xmlns=\"" + PACKAGE + "relationships\">");
        for (int i = 1; i <= sheets; i++) {
            all.append(relation(String.valueOf(i), "/worksheet", "worksheets/sheet" + i + ".xml"));
        }
        return all.append(relation("s", "/styles", "styles.xml"))
                .append("</Relationships>")
                .toString();
    }

    private static String relation(String id, String kind, String target) {
        return "<Relationship Id=\"r" + id + "\" Type=\"" + RELATIONS + kind + "\" Target=\"" + target + "\"/>";
    }

    private String types() {
        StringBuilder types = new StringBuilder("<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + SHEET + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + SHEET + "styles+xml\"/>");
        for (int i = 1; i <= sheets; i++) {
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"" + SHEET
                    + "worksheet+xml\"/>");
        }
        return types.append("</Types>").toString();
    }
}
