package dev.baton.shipping;

import dev.baton.platform.pdf.PdfReading;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What must not be found in a packing slip, neither on its pages nor in what is said about the file.
 *
 * @param supplierName the name the merchant has for the supplier
 * @param supplierCode the code
 * @param supplierSkus what the supplier calls the goods
 * @param costs what the supplier gets, as decimal texts such as {@code 12.34}
 * @param prices what the store asked
 * @param customerMail null = not known
 * @param customerPhone null = not known
 */
public record SlipSecrets(
        String supplierName,
        String supplierCode,
        Set<String> supplierSkus,
        Set<String> costs,
        ShopPrices prices,
        @Nullable String customerMail,
        @Nullable String customerPhone) {

    /** Shorter words are found in any text by chance. */
    private static final int SHORTEST = 3;

    /**
     * The first secret that is in the slip more often than in what the customer may read: a brand may be called like
     * its supplier, and a gift message may say a price.
     *
     * @return in words that name the kind, never the content
     */
    Optional<String> leak(PdfReading slip, List<String> allowed) {
        String said = ReadText.plain(slip.everything());
        String permitted = ReadText.plain(String.join(" \u2028 ", allowed));
        if (isLeaked(supplierName, said, permitted) || isLeaked(supplierCode, said, permitted)) {
            return Optional.of("the slip tells who the supplier is");
        }
        if (supplierSkus.stream().anyMatch(sku -> isLeaked(sku, said, permitted))) {
            return Optional.of("the slip tells what the supplier calls the goods");
        }
        if (costs.stream().anyMatch(cost -> isCostLeaked(cost, said, permitted))) {
            return Optional.of("the slip tells a cost");
        }
        if (prices.isTold(said, permitted)) {
            return Optional.of("the slip tells what the goods cost in the store");
        }
        if (isLeaked(customerMail, said, permitted) || isLeaked(customerPhone, said, permitted)) {
            return Optional.of("the slip tells the customer's mail or phone");
        }
        return Optional.empty();
    }

    private static boolean isCostLeaked(String cost, String said, String permitted) {
        return isLeaked(cost, said, permitted) || isLeaked(cost.replace('.', ','), said, permitted);
    }

    private static boolean isLeaked(@Nullable String secret, String said, String permitted) {
        String plain = secret == null ? "" : ReadText.plain(secret);
        return plain.length() >= SHORTEST && ReadText.words(plain, permitted) == 0 && ReadText.words(plain, said) > 0;
    }
}
