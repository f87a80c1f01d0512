package dev.baton.platform.tables;

/**
 * How much of a table is read; each limit is a refusal, none cuts off silently.
 *
 * @param bytes of the whole file, after unpacking where it is packed
 * @param rows with the row of names
 * @param columns of one row; more is a fault of that row
 * @param cellChars of one cell; more is a fault of that row
 */
public record TableLimits(long bytes, long rows, int columns, int cellChars) {

    /** For stock files and price lists: 3 GiB, 30 million rows, 500 columns, cells as long as Excel allows. */
    public static final TableLimits LARGE = new TableLimits(3L << 30, 30_000_000, 500, 32_767);

    /** For what is sent within one request and read at once: 32 MiB. */
    public static final TableLimits SMALL = new TableLimits(32L << 20, 200_000, 500, 32_767);

    /** A quote that is never closed may swallow this many characters before the table is refused. */
    int recordChars() {
        return 1 << 20;
    }

    /** Shared texts of a workbook are held in memory, so that they have a limit of their own, in bytes. */
    long sharedTextBytes() {
        return Math.min(bytes, 64L << 20);
    }

    /** A workbook is kept in a temporary file while it is read; bytes before unpacking. */
    long workbookBytes() {
        return Math.min(bytes, 256L << 20);
    }
}
