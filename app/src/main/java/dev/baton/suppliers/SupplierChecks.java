package dev.baton.suppliers;

import dev.baton.platform.Problem;
import dev.baton.platform.mail.MailAddress;
import java.net.URI;
import java.util.Base64;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses terms that no purchase order or feed could be handled by; names the field as the API does. */
final class SupplierChecks {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST_TEXT = 4_000;
    private static final int LONGEST_NAME = 200;
    private static final int MOST_ROWS = 10_000;
    private static final int MOST_SECONDS = 30 * 86_400;
    private static final int MOST_ACK_HOURS = 1_000;
    private static final String SECRET_PREFIX = "whsec_";

    private SupplierChecks() {}

    static void check(SupplierDefinition terms) {
        require(CODE.matcher(terms.code()).matches(), "code", "use 1 to 64 of A-Z, a-z, 0-9, dot, dash, underscore");
        require(
                !terms.name().isBlank() && terms.name().length() <= LONGEST_NAME,
                "name",
                "give a name of up to " + LONGEST_NAME + " characters");
        require(knownCurrency(terms.currency()), "currency", "use an ISO 4217 code such as EUR");
        require(COUNTRIES.contains(terms.country()), "country", "use an ISO 3166-1 code of two letters such as DE");
        require(terms.ackHours() >= 1 && terms.ackHours() <= MOST_ACK_HOURS, "ackHours", "use 1 to " + MOST_ACK_HOURS);
        seconds(terms.bookingLagSeconds(), "bookingLagSeconds");
        seconds(terms.graceSeconds(), "graceSeconds");
        seconds(terms.maxFeedAgeSeconds(), "maxFeedAgeSeconds");
        require(terms.dropshipFeeMinor() >= 0, "dropshipFee", "use 0 or more");
        require(terms.maxParcelWeightGrams() > 0, "maxParcelWeightGrams", "use grams above 0");
        rates(terms.rates());
        shipMethods(terms.shipMethods());
        instructions(terms.instructions(), "instructions.");
        channel(terms.channel());
        mail(terms.mail());
        require(
                SupplierLanguage.isKnown(terms.language()),
                "language",
                "use one Baton has words of, such as en, de, fr or es");
    }

    /** {@code before} is what the fields' names begin with. */
    static void instructions(Instructions said, String before) {
        for (Instructions.Said each : said.said()) {
            text(each.text(), before + each.kind().word());
        }
    }

    private static void mail(@Nullable MailChannel mail) {
        if (mail != null) {
            String cc = mail.cc();
            require(MailAddress.isOne(mail.address()), "mail.address", "use a mail address such as orders@example.org");
            require(cc == null || MailAddress.isOne(cc), "mail.cc", "use a mail address such as orders@example.org");
        }
    }

    private static void rates(List<ShippingRate> rates) {
        require(rates.size() <= MOST_ROWS, "shippingRates", "send at most " + MOST_ROWS + " rates");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < rates.size(); i++) {
            ShippingRate rate = rates.get(i);
            String field = "shippingRates[" + i + "].";
            require(
                    rate.country().equals(ShippingRate.ANY_COUNTRY) || COUNTRIES.contains(rate.country()),
                    field + "country",
                    "use an ISO 3166-1 code of two letters, or * for every other country");
            require(rate.maxWeightGrams() > 0, field + "maxWeightGrams", "use grams above 0");
            require(rate.priceMinor() >= 0, field + "price", "use 0 or more");
            require(
                    seen.add(rate.country() + ' ' + rate.maxWeightGrams()),
                    field + "maxWeightGrams",
                    "there are two rates for this country and weight: keep one");
        }
    }

    private static void shipMethods(List<ShipMethod> methods) {
        require(methods.size() <= MOST_ROWS, "shipMethods", "send at most " + MOST_ROWS + " methods");
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < methods.size(); i++) {
            String field = "shipMethods[" + i + "].storeMethod";
            require(!methods.get(i).storeMethod().isBlank(), field, "give the store's method, or * for every other");
            require(seen.add(methods.get(i).storeMethod()), field, "the method is mapped twice: keep one of the two");
        }
    }

    private static void channel(SupplierDefinition.@Nullable Channel channel) {
        if (channel == null) {
            return;
        }
        URI url = channel.url();
        String scheme = url.getScheme();
        require(
                url.getHost() != null && ("https".equals(scheme) || "http".equals(scheme)) && url.getUserInfo() == null,
                "channel.url",
                "use a whole http or https address without user or password");
        String secret = channel.secret();
        require(
                secret == null || signingSecret(secret),
                "channel.secret",
                "use " + SECRET_PREFIX + " followed by 24 to 64 random bytes in base64");
    }

    private static boolean signingSecret(String secret) {
        if (!secret.startsWith(SECRET_PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())).length;
            return bytes >= 24 && bytes <= 64;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static boolean knownCurrency(String currency) {
        try {
            Currency.getInstance(currency);
            return true;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static void seconds(int seconds, String field) {
        require(seconds >= 0 && seconds <= MOST_SECONDS, field, "use 0 to " + MOST_SECONDS + " seconds");
    }

    private static void text(@Nullable String text, String field) {
        require(text == null || text.length() <= LONGEST_TEXT, field, "use at most " + LONGEST_TEXT + " characters");
    }

    private static void require(boolean good, String field, String wayOut) {
        if (!good) {
            throw new Problem(SupplierProblem.SUPPLIER_TERM_INVALID, field + " is not valid: " + wayOut + ".", field);
        }
    }
}
