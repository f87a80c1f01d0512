package dev.baton.trading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows a purchase order, as its mail shows it.
 *
 * @param rows the units it is about; empty = the whole order
 * @param reason null = none is told
 */
public record NoticeMail(
        MailHead head,
        String intro,
        List<Row> rows,
        @Nullable String reason,
        String answerBy) {

    /** Units of one line. */
    public record Row(int line, String quantity, String sku, String title) {}
}
