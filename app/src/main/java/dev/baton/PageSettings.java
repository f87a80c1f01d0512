package dev.baton;

import dev.baton.platform.http.AddressRange;
import java.util.Optional;

/**
 * How people outside reach the pages of suppliers and customers.
 *
 * @param trustedProxies addresses and ranges whose {@code X-Forwarded-For} is believed, with commas between; empty = nobody's
 * @param keepDays days after which what suppliers' pages remember is deleted
 */
record PageSettings(String trustedProxies, int keepDays) {

    /** Longer than a supplier's link lives: a form of an expired link has no effect, remembered or not. */
    static final int LEAST_DAYS = 61;

    private static final int MOST_DAYS = 3_650;
    private static final int DEFAULT_DAYS = 180;

    static final PageSettings DEFAULT = new PageSettings("", DEFAULT_DAYS);

    /**
     * Reads the settings.
     *
     * @throws UsageMistake naming the setting and what it takes
     */
    static PageSettings of(CommandLine line) {
        String proxies = line.option("trusted-proxies", "BATON_TRUSTED_PROXIES").orElse("");
        try {
            AddressRange.list(proxies);
        } catch (IllegalArgumentException wrong) {
            throw new UsageMistake("--trusted-proxies (BATON_TRUSTED_PROXIES) " + wrong.getMessage() + ".");
        }
        Optional<String> days = line.option("page-keep-days", "BATON_PAGE_KEEP_DAYS");
        return new PageSettings(proxies, days.map(PageSettings::days).orElse(DEFAULT_DAYS));
    }

    private static int days(String text) {
        try {
            int days = Integer.parseInt(text);
            if (days >= LEAST_DAYS && days <= MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException noNumber) {
            // refused below like a number out of range
        }
        throw new UsageMistake("--page-keep-days (BATON_PAGE_KEEP_DAYS) takes a number from " + LEAST_DAYS + " to "
                + MOST_DAYS + ", not '" + text + "'.");
    }
}
