package dev.baton.world.story;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What the supplier of {@link Plot#COSTS_MORE} wants for a line, and what comes of it. */
public enum OtherCost {
    /** One per cent more, which is within what is usual between the two: it counts, and nobody is asked. */
    TOLERATED("1.01"),
    /** A fifth more, and the clerk says yes. */
    ACCEPTED("1.2"),
    /** The same, and the clerk says no: it ships at the cost it was asked. */
    REFUSED("1.2");

    private final BigDecimal times;

    OtherCost(String times) {
        this.times = new BigDecimal(times);
    }

    /** What is wanted for the line of that SKU; null = what was asked. */
    public static @Nullable OtherCost of(OrderScript script, String merchantSku) {
        if (script.plot() != Plot.COSTS_MORE) {
            return null;
        }
        for (int i = 0; i < script.lines().size(); i++) {
            if (script.lines().get(i).sku().equals(merchantSku)) {
                return values()[i];
            }
        }
        return null;
    }

    /** The unit cost named where {@code asked} was asked. */
    public String named(String asked) {
        return new BigDecimal(asked).multiply(times).stripTrailingZeros().toPlainString();
    }

    /** What a unit costs in the end. */
    public String agreed(String asked) {
        return this == REFUSED ? asked : named(asked);
    }

    /** Whether a person decides. */
    public boolean isDecided() {
        return this != TOLERATED;
    }
}
