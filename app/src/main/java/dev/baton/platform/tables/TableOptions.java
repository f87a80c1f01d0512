package dev.baton.platform.tables;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table beforehand; null leaves it to be found out.
 *
 * @param headerRow the number of the row of column names, from 1; 0 = the file has none and its columns are called A, B, C
 * @param charset of a text file without a byte order mark
 * @param delimiter of a text file
 * @param sheet the name of an Excel sheet; null = the first visible one
 */
public record TableOptions(
        @Nullable Integer headerRow,
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String sheet) {

    /** Everything is to be found out; the first row with anything in it names the columns. */
    public static final TableOptions NONE = new TableOptions(null, null, null, null);
}
