package dev.baton.carriers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who carries a parcel.
 *
 * @param code Baton's own lasting word, such as {@code ups} or {@code dhl_express}
 * @param name the carrier's name as people write it
 * @param family the code of the carrier it belongs to, its own code where it stands alone; a number of one member is
 *     good for the whole family
 * @param shopifyName the name exactly as in Shopify's list of supported tracking companies; null where the list has none
 * @param trackingPage the carrier's public tracking page with {@code {number}} in the number's place; null where it has
 *     none that takes a number
 * @param post true for the designated operator of a country, which hands on every other country's S10 numbers
 */
public record Carrier(
        String code,
        String name,
        String family,
        @Nullable String shopifyName,
        @Nullable String trackingPage,
        boolean post) {

    /**
     * What to write into the {@code company} of a Shopify fulfilment. Shopify takes any text; only a name of its list
     * makes it build links and follow the parcel (Admin GraphQL, FulfillmentTrackingInfo).
     */
    public String shopifyCompany() {
        return shopifyName == null ? name : shopifyName;
    }

    /** The page on which the customer follows this number; empty where the carrier has none that takes a number. */
    public Optional<String> trackingUrl(String number) {
        return Optional.ofNullable(trackingPage)
                .map(page -> page.replace("{number}", URLEncoder.encode(number, StandardCharsets.UTF_8)));
    }
}
