package dev.baton.merchants;

import dev.baton.platform.MerchantId;
import org.jspecify.annotations.Nullable;

/**
 * The face a store shows its customers: on mails, pages and packing slips.
 *
 * @param code the merchant's own short name for it, unique; {@link #DEFAULT} for stores that name none
 * @param name what customers know it by
 * @param senderName who its mails are from
 * @param senderAddress the address its mails come from; null = the installation's own
 * @param replyTo the mailbox a person reads; null = none was stated
 * @param supportUrl the page a customer finds help on; null = none
 * @param supportEmail the address a customer finds help at; null = none
 * @param accentColour {@code #rrggbb}
 * @param inkOnAccent {@code #rrggbb}, read on the accent colour
 * @param logo null = the name stands in its place
 * @param language ISO 639-1 in lower case: what a customer is addressed in whose language is not known
 * @param returnInstructions text printed on the packing slip; null = none
 * @param footer the legal line under mails and slips; null = none
 */
public record Brand(
        BrandId id,
        String code,
        String name,
        String senderName,
        @Nullable String senderAddress,
        @Nullable String replyTo,
        @Nullable String supportUrl,
        @Nullable String supportEmail,
        String accentColour,
        String inkOnAccent,
        @Nullable LogoRef logo,
        String language,
        @Nullable String returnInstructions,
        @Nullable String footer) {

    /** The code of the brand every merchant has. */
    public static final String DEFAULT = "default";

    private static final String NEUTRAL_ACCENT = "#1f2937";
    private static final String NEUTRAL_INK = "#ffffff";

    /** What the default brand is before the merchant defines it: its name in neutral colours. */
    static Brand neutral(MerchantId merchant, String name) {
        return new Brand(
                new BrandId(merchant.value()),
                DEFAULT,
                name,
                name,
                null,
                null,
                null,
                null,
                NEUTRAL_ACCENT,
                NEUTRAL_INK,
                null,
                "en",
                null,
                null);
    }
}
