package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.MatchItems;
import dev.baton.catalog.MatchItems.ItemMatch;
import dev.baton.catalog.Offer;
import dev.baton.catalog.SupplierItem;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.orders.HeldBy;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says which products items of suppliers' price lists are, and lets go the orders that had no supplier. */
@Component
class MatchGoods {

    private final MatchItems matchItems;
    private final CatalogLookup catalog;
    private final ReleaseKnown releaseKnown;
    private final Tenancy tenancy;

    MatchGoods(MatchItems matchItems, CatalogLookup catalog, ReleaseKnown releaseKnown, Tenancy tenancy) {
        this.matchItems = matchItems;
        this.catalog = catalog;
        this.releaseKnown = releaseKnown;
        this.tenancy = tenancy;
    }

    /** What a match would do; nothing is changed. No transaction may be open. */
    Preview preview(MerchantId merchant, SupplierItem item, String sku, String path) {
        ItemMatch match = new ItemMatch(item.id(), sku);
        try {
            String instead = tenancy.inTransaction(merchant, () -> offeredAs(merchant, item, sku))
                    .map(code -> "It takes the place of " + code + ", under which the supplier offers it so far. ")
                    .orElse("");
            ReleaseKnown.Outcome outcome = releaseKnown.preview(
                    merchant, () -> matchItems.match(merchant, List.of(match)), () -> heldBy(List.of(match)));
            return new Preview(
                    item.supplierSku() + " becomes an offer of " + sku + ". " + instead + MapGoods.waits(outcome),
                    MapGoods.orders(outcome),
                    Way.act(
                                    "Make it an offer",
                                    "",
                                    path,
                                    "Offer it and release",
                                    Map.of("item", match.item().toString(), "sku", match.sku()))
                            .main(),
                    null);
        } catch (Problem refused) {
            return new Preview("", List.of(), null, refused.detail());
        }
    }

    /** Under which other code the supplier offers that product from that place already; in an open transaction. */
    Optional<String> offeredAs(MerchantId merchant, SupplierItem item, String sku) {
        return catalog.skuByCode(merchant, sku)
                .flatMap(known ->
                        catalog.everyOfferOf(merchant, List.of(known.id())).getOrDefault(known.id(), List.of()).stream()
                                .filter(offer -> offer.supplier().equals(item.supplier())
                                        && offer.shipFrom().equals(item.shipFrom())
                                        && !offer.supplierSku().equals(item.supplierSku()))
                                .map(Offer::supplierSku)
                                .findFirst());
    }

    /** How many orders wait for an offer of that product. */
    long waiting(MerchantId merchant, ItemMatch match) {
        return releaseKnown.count(merchant, heldBy(List.of(match)));
    }

    /** Makes offers of them, all or none, and releases what waited. Opens or joins a transaction. */
    void apply(MerchantId merchant, List<ItemMatch> matches) {
        tenancy.run(merchant, () -> {
            matchItems.match(merchant, matches);
            releaseKnown.release(merchant, heldBy(matches), "a supplier's item was matched");
        });
    }

    private static HeldBy heldBy(List<ItemMatch> matches) {
        return offered(matches.stream().map(ItemMatch::sku).toList());
    }

    /** The orders that an offer of these products may let go. */
    static HeldBy offered(List<String> skus) {
        return HeldBy.wantOfAnOffer(skus);
    }
}
