package dev.baton.purchasing;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What a supplier was told of a delivery besides the goods, and may be asked to change. */
public enum AmendedFact {
    /** The country of the address; a person decides, the supplier is not asked by itself. */
    COUNTRY("the country"),
    /** Name, street, place, phone: anything of the address. */
    SHIP_TO("the address"),
    /** How it travels, in the supplier's own code. */
    SHIP_METHOD("the shipping method"),
    /** The words for whoever unpacks it. */
    GIFT_MESSAGE("the gift message"),
    /** What the customer entered for the goods: engraving and the like. */
    PROPERTIES("what the customer entered for the goods");

    private final String words;

    AmendedFact(String words) {
        this.words = words;
    }

    /** As one reads it in a sentence: "the address, the gift message". */
    public static String inWords(Collection<AmendedFact> facts) {
        return facts.stream().sorted().map(fact -> fact.words).collect(Collectors.joining(", "));
    }

    static String written(Collection<AmendedFact> facts) {
        return facts.stream().sorted().map(Enum::name).collect(Collectors.joining(","));
    }

    static Set<AmendedFact> read(String written) {
        return Arrays.stream(written.split(",", -1))
                .map(AmendedFact::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AmendedFact.class)));
    }
}
