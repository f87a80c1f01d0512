package dev.baton.world.supplier;

import dev.baton.world.story.SupplierSheet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What is the matter with one stock file. */
enum FileMood {
    /** Nothing: it shows what there is, or what its supplier shows instead. */
    FRESH,
    /** It shows what there was when the file before was made. */
    LATE,
    /** Half of its rows are missing. */
    HALVED,
    /** Every figure is 0. */
    ZEROED,
    /** It is the file before once more. */
    DUPLICATED,
    /** It is written while others look. */
    HALF_WRITTEN;

    /** Later files are fresh but for one in so many. */
    private static final int SELDOM = 6;

    /** Whether a person has to be asked about such a file. */
    boolean isWrong() {
        return this == HALVED || this == ZEROED;
    }

    /** The moods of a supplier's first files: every one that can come to it, in an order of the seed; the first is fresh. */
    static List<FileMood> first(SupplierSheet sheet, long seed) {
        List<FileMood> moods = new ArrayList<>(List.of(LATE, DUPLICATED, FRESH));
        if (!sheet.isLying()) {
            moods.addAll(List.of(HALVED, ZEROED));
        }
        if (sheet.stockBy() == SupplierSheet.StockBy.SFTP) {
            moods.add(HALF_WRITTEN);
        }
        Collections.shuffle(moods, new Random(seed * 31 + sheet.code().hashCode()));
        moods.addFirst(FRESH);
        return List.copyOf(moods);
    }

    /** The mood of a file after the first ones. */
    static FileMood later(SupplierSheet sheet, long seed, int number) {
        int draw = new Random(seed * 31 + sheet.code().hashCode() + number * 7919L).nextInt(SELDOM);
        return draw == 0 ? LATE : draw == 1 ? DUPLICATED : FRESH;
    }
}
