package dev.baton.console;

import dev.baton.catalog.Listing.State;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.Match;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.console.ListViews.Effect;
import dev.baton.console.Suggested.Seen;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of many of the stores' variants that they are what was suggested, and lets go what waited for them. */
@Component
class VariantBulk implements BulkAct {

    private final ListingLookup listings;
    private final MerchantLookup merchants;
    private final Suggested suggested;
    private final MapGoods mapping;
    private final ReleaseKnown releaseKnown;
    private final Tenancy tenancy;

    VariantBulk(
            ListingLookup listings,
            MerchantLookup merchants,
            Suggested suggested,
            MapGoods mapping,
            ReleaseKnown releaseKnown,
            Tenancy tenancy) {
        this.listings = listings;
        this.merchants = merchants;
        this.suggested = suggested;
        this.mapping = mapping;
        this.releaseKnown = releaseKnown;
        this.tenancy = tenancy;
    }

    @Override
    public String key() {
        return "confirm";
    }

    @Override
    public String label() {
        return "Confirm what they may be";
    }

    @Override
    public Act act() {
        return Act.MAP_GOODS;
    }

    @Override
    public String question(int rows) {
        return "Say that " + variants(rows) + (rows == 1 ? " is what it may be" : " are what they may be");
    }

    @Override
    public List<Effect> preview(Staff staff, List<String> keys) {
        MerchantId merchant = staff.merchant();
        List<Seen> seen = Seen.readAll(keys);
        Map<UUID, dev.baton.catalog.Listing> known = new HashMap<>();
        listings.of(merchant, seen.stream().map(Seen::id).toList()).forEach(each -> known.put(each.id(), each));
        Map<dev.baton.catalog.Listing, List<Match>> matches =
                suggested.of(merchant, List.copyOf(known.values()), VariantListing::wanted);
        Map<StoreId, String> stores =
                merchants.stores(merchant).stream().collect(Collectors.toMap(Store::id, Store::code));
        List<Effect> effects = new ArrayList<>();
        for (Seen each : seen) {
            dev.baton.catalog.Listing variant = known.get(each.id());
            if (variant != null) {
                effects.add(effect(
                        merchant,
                        each,
                        variant,
                        each.among(matches.getOrDefault(variant, List.of())).orElse(null),
                        stores.getOrDefault(variant.store(), "")));
            }
        }
        return effects;
    }

    private Effect effect(
            MerchantId merchant, Seen seen, dev.baton.catalog.Listing variant, @Nullable Match match, String store) {
        String sku = variant.sku();
        String name = sku == null ? variant.title() : sku + ", " + variant.title();
        String path = sku == null ? VariantListing.PATH : MappingScreen.path(store, sku, "");
        if (sku == null) {
            return new Effect(seen.key(), name, path, "has no SKU: give it one in the store", false);
        }
        if (variant.state() != State.UNMATCHED) {
            return new Effect(seen.key(), name, path, "is known already", false);
        }
        if (match == null) {
            return new Effect(seen.key(), name, path, "nothing is suggested for it: choose what it is", false);
        }
        long held = releaseKnown.count(merchant, MapGoods.heldBy(mapping(variant, sku, match.code())));
        return new Effect(
                seen.key(),
                name,
                path,
                "becomes 1 × " + match.code() + ", " + match.title() + ": " + SuggestionWords.why(match)
                        + (held == 0 ? "" : ". " + MapGoods.waits(held)),
                true);
    }

    private static SkuMapping mapping(dev.baton.catalog.Listing variant, String sku, String code) {
        return new SkuMapping(
                new StoreItem(variant.store(), sku), SkuMapping.EVERYWHERE, List.of(new SkuMapping.Part(code, 1)));
    }

    @Override
    public @Nullable String apply(Staff staff, String key, Typed given) {
        MerchantId merchant = staff.merchant();
        Seen seen = Seen.read(key).orElse(null);
        if (seen == null || seen.code().isEmpty()) {
            return null;
        }
        dev.baton.catalog.Listing variant =
                tenancy.inTransaction(merchant, () -> listings.of(merchant, List.of(seen.id()))).stream()
                        .filter(each -> each.state() == State.UNMATCHED)
                        .findFirst()
                        .orElse(null);
        String sku = variant == null ? null : variant.sku();
        if (variant == null || sku == null) {
            return null;
        }
        mapping.apply(merchant, mapping(variant, sku, seen.code()));
        return "";
    }

    @Override
    public String done(int rows) {
        return variants(rows) + (rows == 1 ? " is" : " are") + " known now, and the orders that waited go on.";
    }

    private static String variants(int rows) {
        return Moments.counted(rows, "variant", "variants");
    }
}
