package dev.baton.merchants;

import dev.baton.platform.Problem;
import dev.baton.platform.mail.MailAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses a brand no mail or page could wear; names the field as the API does. */
final class BrandChecks {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_URL = 500;

    /** Contrast below which text is not read easily. Source: WCAG 2.2, 1.4.3. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private BrandChecks() {}

    static void brand(BrandDefinition brand) {
        require(
                CODE.matcher(brand.code()).matches(),
                "code",
                "use up to 64 letters, digits, dots, dashes or underscores");
        require(isLine(brand.name()), "name", "give one line of up to 200 characters");
        require(isLine(brand.senderName()), "senderName", "give one line of up to 200 characters");
        address("senderAddress", brand.senderAddress());
        address("replyTo", brand.replyTo());
        address("supportEmail", brand.supportEmail());
        String url = brand.supportUrl();
        require(url == null || isWebPage(url), "supportUrl", "use an address that begins with https:// or http://");
        require(COLOUR.matcher(brand.accentColour()).matches(), "accentColour", "use #rrggbb");
        require(COLOUR.matcher(brand.inkOnAccent()).matches(), "inkOnAccent", "use #rrggbb");
        require(
                contrast(brand.accentColour(), brand.inkOnAccent()) >= LEAST_CONTRAST,
                "inkOnAccent",
                "its contrast to accentColour must be " + LEAST_CONTRAST + " or more, else it is hard to read");
        require(LANGUAGES.contains(brand.language()), "language", "use an ISO 639-1 code such as en");
        text("returnInstructions", brand.returnInstructions());
        text("footer", brand.footer());
    }

    /** One line that can stand in the head of a mail. */
    private static boolean isLine(String text) {
        return MerchantChecks.isName(text) && text.chars().noneMatch(Character::isISOControl);
    }

    private static void address(String field, @Nullable String address) {
        require(address == null || MailAddress.isOne(address), field, "use a mail address such as help@example.org");
    }

    private static boolean isWebPage(String url) {
        try {
            URI uri = new URI(url);
            return url.length() <= LONGEST_URL
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    private static void text(String field, @Nullable String text) {
        require(
                text == null
                        || (text.length() <= LONGEST_TEXT
                                && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n')),
                field,
                "give up to " + LONGEST_TEXT + " characters in lines");
    }

    /** Source: WCAG 2.2, definitions of contrast ratio and relative luminance. */
    private static double contrast(String one, String other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }

    private static void require(boolean good, String field, String wayOut) {
        if (!good) {
            throw new Problem(MerchantProblem.BRAND_INVALID, field + " is not valid: " + wayOut + ".", field);
        }
    }
}
