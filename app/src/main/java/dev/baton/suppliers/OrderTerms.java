package dev.baton.suppliers;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.platform.Micros;
import dev.baton.platform.Money;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is agreed with a supplier about the orders it gets.
 *
 * @param cutOff local time of the supplier; an order from then on counts as of its next working day; null = none
 * @param carriers who may carry its parcels: codes of carriers Baton knows, else the carrier as it was written; empty =
 *     anybody
 * @param minimum the least the goods of one purchase order cost, more than 0, in the supplier's currency; null = none
 */
public record OrderTerms(
        @Nullable LocalTime cutOff,
        List<String> carriers,
        @Nullable Money minimum) {

    /** Nothing is agreed: an order counts from the moment it comes, by any carrier, however small. */
    public static final OrderTerms NONE = new OrderTerms(null, List.of(), null);

    public OrderTerms {
        carriers = List.copyOf(carriers);
    }

    /** A carrier as it is kept: its code where Baton knows it, else as it was written. */
    public static String kept(String carrier) {
        return Carriers.find(carrier).map(Carrier::code).orElseGet(carrier::strip);
    }

    /** The carriers by their names. */
    public List<String> carrierNames() {
        return carriers.stream()
                .map(each -> Carriers.find(each).map(Carrier::name).orElse(each))
                .toList();
    }

    /**
     * Whether a parcel may go by this carrier: one that is named, or one of its family where the family is.
     *
     * @param code as Baton calls the carrier; one it holds no facts on is looked for by the word
     * @param word as the supplier wrote it
     */
    public boolean allows(String code, String word) {
        return carriers.isEmpty()
                || carriers.stream()
                        .anyMatch(each -> each.equals(code)
                                || each.equalsIgnoreCase(word.strip())
                                || isFamily(Carriers.find(each), Carriers.find(code)));
    }

    private static boolean isFamily(Optional<Carrier> agreed, Optional<Carrier> used) {
        return agreed.isPresent()
                && used.isPresent()
                && (agreed.get().code().equals(used.get().family())
                        || used.get().code().equals(agreed.get().family()));
    }

    /**
     * The agreed minimum, where goods of that cost fall short of it; null = they do not.
     *
     * @param costMicros 10⁻⁶ of the currency
     */
    public @Nullable Money undercut(long costMicros, String currency) {
        Money least = minimum;
        return least != null
                        && least.currency().equals(currency)
                        && costMicros < Micros.ofMinor(least.minor(), currency)
                ? least
                : null;
    }
}
