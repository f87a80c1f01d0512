package dev.baton.suppliers;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * By how much a supplier may answer a purchase order dearer than it was asked, and what becomes of more than that when
 * nobody decides.
 *
 * @param toleranceBps hundredths of a per cent of the cost asked, 0 to 10,000
 * @param toleranceMicros at most that much a unit besides, in 10⁻⁶ of the supplier's currency; null = the share alone
 */
public record PriceTerms(int toleranceBps, @Nullable Long toleranceMicros, AtDeadline atDeadline) {

    /** Unless something else is agreed: two per cent, and a person decides the rest. */
    public static final PriceTerms USUAL = new PriceTerms(200, null, AtDeadline.ASK);

    private static final BigInteger WHOLE_BPS = BigInteger.valueOf(10_000);

    /** What becomes of a counter-offer nobody has decided in time. */
    public enum AtDeadline {
        /** A person is asked again, and it stays open. */
        ASK,
        /** It is refused: the purchase order keeps its cost. */
        REFUSE,
        /** It is accepted. */
        ACCEPT
    }

    /** Whether the named cost counts without being asked about: any that is lower, or dearer by no more than is agreed. */
    public boolean allows(long askedMicros, long namedMicros) {
        if (namedMicros <= askedMicros) {
            return true;
        }
        long more = namedMicros - askedMicros;
        if (toleranceMicros != null && more > toleranceMicros) {
            return false;
        }
        return BigInteger.valueOf(more)
                        .multiply(WHOLE_BPS)
                        .compareTo(BigInteger.valueOf(askedMicros).multiply(BigInteger.valueOf(toleranceBps)))
                <= 0;
    }
}
