package dev.baton.merchants;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a merchant wants its orders handled.
 *
 * @param bookCurrency ISO 4217; costs are compared and limits are stated in it
 * @param valueLimitMinor orders worth more are held; 0 = no limit
 * @param maySplitLines whether one line may come from two suppliers
 * @param splitPenaltyMinor what each further purchase order of an order is held to cost beyond its own costs
 * @param maxReroutes how often a line may look for another supplier by itself
 * @param duplicateWindowHours how long the same customer's same goods count as a possible duplicate; 0 = never
 * @param customerAnswerHours how long a customer has to answer a question about an order before a person is told
 * @param graceSeconds how long an order waits before a supplier may see it
 * @param blockedCountries ISO 3166-1 alpha-2 codes nothing is sold to
 * @param requireDataPermission whether an order without personal data is held for that reason
 * @param holdUnpaid whether an order waits for its money
 * @param marginFloorBps hundredths of a per cent of a line's price that are to be left after landed cost; a line that
 *     leaves less is held; null = none is
 */
public record MerchantSettings(
        String name,
        String bookCurrency,
        ZoneId zone,
        long valueLimitMinor,
        boolean maySplitLines,
        long splitPenaltyMinor,
        int maxReroutes,
        int duplicateWindowHours,
        int customerAnswerHours,
        int graceSeconds,
        Set<String> blockedCountries,
        boolean requireDataPermission,
        boolean holdUnpaid,
        @Nullable Integer marginFloorBps) {

    /** Hours a customer has to answer where the merchant said nothing else. */
    public static final int DEFAULT_ANSWER_HOURS = 24;

    public MerchantSettings {
        blockedCountries = Set.copyOf(blockedCountries);
    }

    /**
     * What a merchant begins with, cautious until somebody decides otherwise: nothing unpaid or without its data leaves,
     * lines stay whole.
     *
     * @param bookCurrency ISO 4217
     */
    public static MerchantSettings cautious(String name, String bookCurrency, ZoneId zone) {
        return new MerchantSettings(
                name, bookCurrency, zone, 0, false, 0, 3, 24, DEFAULT_ANSWER_HOURS, 0, Set.of(), true, true, null);
    }
}
