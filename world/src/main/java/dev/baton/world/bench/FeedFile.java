package dev.baton.world.bench;

import java.nio.charset.StandardCharsets;

/**
 * A supplier's stock file of many rows, the same for the same numbers.
 *
 * @param rows items, the first with code {@code I-0000000}
 */
public record FeedFile(int rows) {

    private static final int ROW_BYTES = 14;
    private static final int FIGURES = 90;
    private static final int STEP = 7_919;

    /** The item code of a row, from 0. */
    public static String code(int row) {
        return "I-%07d".formatted(row);
    }

    /**
     * The file in CSV.
     *
     * @param raised one row in so many has a figure that is {@code by} higher, 0 = none has
     */
    public byte[] csv(int raised, int by) {
        var text = new StringBuilder(rows * ROW_BYTES).append("item,stock\n");
        for (int row = 0; row < rows; row++) {
            boolean more = raised > 0 && row % raised == 0;
            text.append(code(row))
                    .append(',')
                    .append(10 + Math.floorMod((long) row * STEP, FIGURES) + (more ? by : 0))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
