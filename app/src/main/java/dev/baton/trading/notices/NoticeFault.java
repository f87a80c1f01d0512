package dev.baton.trading.notices;

import dev.baton.platform.pdf.DocumentWords;
import java.util.List;
import java.util.Locale;

/**
 * Why a row of a ship notice was not recorded.
 *
 * @param parts what the words name, in their order
 */
record NoticeFault(Kind kind, List<String> parts) {

    /** What may be wrong; the words say what to do. */
    enum Kind {
        /** No purchase order of that number was sent to this supplier. */
        ORDER,
        /** The purchase order has no such item; its items are named. */
        ITEM,
        /** No number of units, 1 or more. */
        QUANTITY,
        /** Not 18 digits, or a wrong check digit. */
        SSCC,
        /** No weight. */
        WEIGHT,
        /** A weight in no unit we know. */
        UNIT,
        /** No day, or one too far off. */
        DAY,
        /** A carrier, a number, an SSCC are all missing, but something else of the parcel is said. */
        PARCEL,
        /** Rows of one parcel do not agree on its carrier, weight, day or SSCC. */
        DISAGREE,
        /** Another row of the parcel is wrong. */
        TOGETHER,
        /** The parcel was told before with other contents. */
        TOLD,
        /** The row cannot be read as a row. */
        ROW,
        /** The act refused it. */
        REFUSED
    }

    static NoticeFault of(Kind kind, String... parts) {
        return new NoticeFault(kind, List.of(parts));
    }

    /** In the supplier's language: what is wrong, and what to do. */
    String said(DocumentWords words) {
        String said = words.of("fault." + kind.name().toLowerCase(Locale.ROOT));
        for (int i = 0; i < parts.size(); i++) {
            said = said.replace("{" + i + "}", parts.get(i));
        }
        return said;
    }
}
