package dev.baton.platform.tables;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a table turned out to be.
 *
 * @param charset null for an Excel sheet
 * @param delimiter null for an Excel sheet
 * @param sheet null for a text file
 */
public record TableFormat(
        Kind kind,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String sheet) {

    /** The families of tables. */
    public enum Kind {
        /** Text with one delimiter. */
        TEXT,
        /** An Excel workbook (.xlsx). */
        WORKBOOK
    }

    static TableFormat text(Charset charset, char delimiter) {
        return new TableFormat(Kind.TEXT, charset, delimiter, null);
    }

    static TableFormat workbook(String sheet) {
        return new TableFormat(Kind.WORKBOOK, null, null, sheet);
    }
}
