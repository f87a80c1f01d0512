package dev.baton.merchants;

import dev.baton.platform.Problem;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses settings, stores and rates nothing could work with; names the field as the API does. */
final class MerchantChecks {

    private static final int WHOLE_BPS = 10_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_REROUTES = 100;
    private static final int LONGEST_WINDOW_HOURS = 24 * 366;
    private static final int LONGEST_ANSWER_HOURS = 24 * 30;
    private static final int LONGEST_GRACE_SECONDS = 30 * 24 * 3600;
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> KINDS = Set.of("shopify", "api");

    private MerchantChecks() {}

    static void settings(MerchantSettings settings) {
        setting(isName(settings.name()), "name", "give a name of up to " + LONGEST_NAME + " characters");
        setting(isCurrency(settings.bookCurrency()), "bookCurrency", "use an ISO 4217 code such as EUR");
        setting(settings.valueLimitMinor() >= 0, "valueLimit", "use 0 for no limit, or more");
        setting(settings.splitPenaltyMinor() >= 0, "splitPenalty", "use 0 or more");
        setting(
                settings.maxReroutes() >= 0 && settings.maxReroutes() <= MOST_REROUTES,
                "maxReroutes",
                "use 0 to " + MOST_REROUTES);
        setting(
                settings.duplicateWindowHours() >= 0 && settings.duplicateWindowHours() <= LONGEST_WINDOW_HOURS,
                "duplicateWindowHours",
                "use 0 for never, up to " + LONGEST_WINDOW_HOURS);
        setting(
                settings.customerAnswerHours() >= 1 && settings.customerAnswerHours() <= LONGEST_ANSWER_HOURS,
                "customerAnswerHours",
                "use 1 to " + LONGEST_ANSWER_HOURS);
        setting(
                settings.graceSeconds() >= 0 && settings.graceSeconds() <= LONGEST_GRACE_SECONDS,
                "graceSeconds",
                "use 0 to " + LONGEST_GRACE_SECONDS);
        Integer floor = settings.marginFloorBps();
        setting(
                floor == null || (floor >= 0 && floor <= WHOLE_BPS),
                "marginFloor",
                "use a share of the price of 0 to 100 per cent, or leave it out");
        setting(
                COUNTRIES.containsAll(settings.blockedCountries()),
                "blockedCountries",
                "use ISO 3166-1 codes of two capital letters");
    }

    static void store(StoreDefinition store) {
        term(CODE.matcher(store.code()).matches(), "code", "use up to 64 letters, digits, dots, dashes or underscores");
        term(KINDS.contains(store.kind()), "kind", "use shopify or api");
        term(isName(store.name()), "name", "give a name of up to " + LONGEST_NAME + " characters");
        term(isCurrency(store.currency()), "currency", "use an ISO 4217 code such as EUR");
    }

    static void rate(FxRate rate, int row) {
        String path = "rates[" + row + "].";
        rate(isCurrency(rate.from()), path + "from", "use an ISO 4217 code such as EUR");
        rate(isCurrency(rate.to()), path + "to", "use an ISO 4217 code such as EUR");
        rate(!rate.from().equals(rate.to()), path + "to", "name two different currencies");
        rate(rate.rateMicros() > 0, path + "rate", "use a rate above 0 with up to six decimals");
    }

    static boolean isName(String name) {
        return !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static boolean isCurrency(String code) {
        try {
            Currency.getInstance(code);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static void setting(boolean good, String field, String wayOut) {
        require(good, MerchantProblem.SETTING_INVALID, field, wayOut);
    }

    private static void term(boolean good, String field, String wayOut) {
        require(good, MerchantProblem.STORE_INVALID, field, wayOut);
    }

    private static void rate(boolean good, String field, String wayOut) {
        require(good, MerchantProblem.RATE_INVALID, field, wayOut);
    }

    private static void require(boolean good, MerchantProblem problem, String field, String wayOut) {
        if (!good) {
            throw new Problem(problem, field + " is not valid: " + wayOut + ".", field);
        }
    }
}
