package dev.baton.carriers;

import dev.baton.platform.facts.FactRow;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One way in which one carrier builds its numbers: a row of formats.tsv.
 *
 * @param unprinted digits the check digit counts although they are not printed; mostly empty
 * @param telling from 9, "only this carrier writes such a number", down to 1
 * @param own false for another's form of number, which is taken on the supplier's word and never guessed
 */
record Format(
        String id,
        String carrier,
        String name,
        Pattern layout,
        CheckRule rule,
        String unprinted,
        int telling,
        boolean own) {

    /** The last column names the source; it is for readers of the file. */
    static Format of(FactRow row) {
        String[] check = row.text(4).split(":", -1);
        return new Format(
                row.text(0),
                row.text(1),
                row.text(2),
                Pattern.compile(row.text(3)),
                CheckRule.named(check[0]),
                check.length > 1 ? check[1] : "",
                Integer.parseInt(row.text(5)),
                row.text(6).equals("own"));
    }

    /** What the number says under this format; empty where it is not built so. */
    Optional<Reading> read(String number) {
        Matcher matcher = layout.matcher(number);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String country = rule == CheckRule.S10 ? matcher.group("country") : "";
        if (rule == CheckRule.NONE) {
            return Optional.of(new Reading(this, country, ' ', ' '));
        }
        char expected = rule.expected(unprinted + matcher.group("counted"));
        return Optional.of(
                new Reading(this, country, expected, matcher.group("check").charAt(0)));
    }

    /**
     * A number read under one format.
     *
     * @param country ISO code of the issuing post, empty but for S10
     * @param expected what the check digit must be, a blank where there is none
     * @param found what it is
     */
    record Reading(Format format, String country, char expected, char found) {

        boolean rightCheckDigit() {
            return expected == found;
        }

        CheckDigit checkDigit() {
            return format.rule == CheckRule.NONE ? CheckDigit.NONE : CheckDigit.VERIFIED;
        }
    }
}
