package dev.baton.portal;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Micros;
import dev.baton.platform.Problem;
import dev.baton.trading.prices.WeightUnit;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What somebody typed into a form: one text per field, without what no database can keep. */
record Form(Map<String, String> fields) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.,]([0-9]{1,2}|[0-9]{4}))?");
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,7}([.,][0-9]{1,3})?");
    /** A point in whole grams would be read as thousands by some. */
    private static final Pattern WHOLE_WEIGHT = Pattern.compile("[0-9]{1,7}");
    /** As the table of parcels takes it: five tonnes. */
    private static final BigDecimal HEAVIEST_GRAMS = BigDecimal.valueOf(5_000_000);

    private static final int MOST_FIELDS = 5_000;
    private static final int LONGEST_FIELD = 5_000;
    private static final int MOST_UNITS = 1_000_000;

    static Form of(HttpServletRequest request) {
        Map<String, String> fields = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            String value = values.length == 0 ? "" : values[0];
            if (value.length() > LONGEST_FIELD || fields.size() >= MOST_FIELDS) {
                throw new Problem(CommonProblem.TOO_LARGE, "error.too-long", name);
            }
            fields.put(name, clean(value));
        });
        return new Form(fields);
    }

    private static String clean(String value) {
        StringBuilder kept = new StringBuilder(value.length());
        value.codePoints()
                .filter(sign -> sign == '\n' || sign == '\t' || !Character.isISOControl(sign))
                .filter(sign -> sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE)
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }

    /** The field's text; empty where it is missing. */
    String text(String name) {
        return fields.getOrDefault(name, "");
    }

    boolean isTicked(String name) {
        return !text(name).isEmpty();
    }

    /**
     * A number of units; an empty field is none.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    int units(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return 0;
        }
        try {
            int units = Integer.parseInt(text);
            if (units >= 0 && units <= MOST_UNITS) {
                return units;
            }
        } catch (NumberFormatException none) {
            // said below
        }
        throw new Problem(CommonProblem.INVALID_FIELD, "error.units", name);
    }

    /**
     * An amount a piece in 10⁻⁶, with a point or a comma and one, two or four decimals; three would be read as thousands
     * by some. Null where the field is empty.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    @Nullable
    Long micros(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        if (!AMOUNT.matcher(text).matches()) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.cost", name);
        }
        return Micros.parse(text.replace(',', '.'));
    }

    /**
     * A weight in grams, typed with a point or a comma in the unit of another field; null where it is empty.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    @Nullable
    Integer grams(String name, String unitName) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        WeightUnit unit = WeightUnit.named(text(unitName)).orElse(WeightUnit.KG);
        if ((unit == WeightUnit.G ? WHOLE_WEIGHT : WEIGHT).matcher(text).matches()) {
            BigDecimal grams = new BigDecimal(text.replace(',', '.'))
                    .multiply(unit.grams())
                    .setScale(0, RoundingMode.HALF_UP);
            if (grams.signum() > 0 && grams.compareTo(HEAVIEST_GRAMS) <= 0) {
                return grams.intValueExact();
            }
        }
        throw new Problem(CommonProblem.INVALID_FIELD, "error.weight", name);
    }

    /**
     * A day as browsers send it; null where the field is empty.
     *
     * @throws Problem INVALID_FIELD naming the field
     */
    @Nullable
    LocalDate day(String name) {
        try {
            return text(name).isEmpty() ? null : LocalDate.parse(text(name));
        } catch (DateTimeException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.day", name);
        }
    }
}
