package dev.baton.trading.prices;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What weights are written in. Source of the factors: NIST Handbook 44 (2024), appendix C, avoirdupois. */
public enum WeightUnit {
    /** Grams. */
    G("1", " g gr gram grams gramm "),
    /** Kilograms. */
    KG("1000", " kg kgs kilo kilogram kilograms "),
    /** Pounds. */
    LB("453.59237", " lb lbs pound pounds "),
    /** Ounces. */
    OZ("28.349523125", " oz ounce ounces ");

    private final BigDecimal grams;
    /** Parted and surrounded by blanks. */
    private final String names;

    WeightUnit(String grams, String names) {
        this.grams = new BigDecimal(grams);
        this.names = names;
    }

    /** Grams of one of it. */
    public BigDecimal grams() {
        return grams;
    }

    /** The unit of that name; empty when it is none. */
    public static Optional<WeightUnit> named(String name) {
        String bare = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(unit -> unit.names.contains(" " + bare + " "))
                .findFirst();
    }
}
