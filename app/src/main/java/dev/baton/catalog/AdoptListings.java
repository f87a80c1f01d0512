package dev.baton.catalog;

import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Takes what a store sells into the catalogue: every SKU of the store that nothing here is becomes one. */
@Component
public final class AdoptListings {

    /** SKUs of one call. */
    public static final int MOST = 1_000;

    private final Tenancy tenancy;
    private final ListingLookup listings;
    private final DefineSkus defineSkus;

    AdoptListings(Tenancy tenancy, ListingLookup listings, DefineSkus defineSkus) {
        this.tenancy = tenancy;
        this.listings = listings;
        this.defineSkus = defineSkus;
    }

    /**
     * What was taken.
     *
     * @param skus the codes that are SKUs now
     * @param more whether there may be more to take by another call
     */
    public record Adopted(List<String> skus, boolean more) {}

    /** Defines up to {@link #MOST} SKUs with the store's titles, weights and barcodes. Opens or joins a transaction. */
    public Adopted adopt(MerchantId merchant, StoreId store) {
        return tenancy.inTransaction(merchant, () -> {
            List<Listing> unmatched = listings.list(merchant, store, Listing.State.UNMATCHED, null, MOST);
            Map<String, SkuDefinition> skus = new LinkedHashMap<>();
            for (Listing listing : unmatched) {
                String code = listing.sku();
                if (code != null && code.length() <= CatalogChecks.LONGEST_CODE) {
                    skus.putIfAbsent(
                            code,
                            new SkuDefinition(
                                    code,
                                    cut(listing.title()),
                                    listing.weightGrams(),
                                    listing.requiresShipping(),
                                    List.of(),
                                    listing.gtin()));
                }
            }
            defineSkus.define(merchant, List.copyOf(skus.values()));
            return new Adopted(List.copyOf(skus.keySet()), unmatched.size() == MOST && !skus.isEmpty());
        });
    }

    private static String cut(String title) {
        return title.length() <= CatalogChecks.LONGEST_TITLE ? title : title.substring(0, CatalogChecks.LONGEST_TITLE);
    }
}
