package dev.baton.catalog;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Says which SKUs items of suppliers' price lists are: they become offers. */
@Component
public final class MatchItems {

    private final Tenancy tenancy;
    private final SupplierItems items;
    private final DefineOffers defineOffers;
    private final EndOffers endOffers;

    MatchItems(Tenancy tenancy, SupplierItems items, DefineOffers defineOffers, EndOffers endOffers) {
        this.tenancy = tenancy;
        this.items = items;
        this.defineOffers = defineOffers;
        this.endOffers = endOffers;
    }

    /** An item is this SKU, by the merchant's code. */
    public record ItemMatch(UUID item, String sku) {}

    /**
     * Makes offers of the items, all or none; opens or joins a transaction. A cost that holds later holds at once for
     * an offer that has no other. One that had ended goes on.
     *
     * @throws Problem NOT_FOUND when an item is not there any more; as {@link DefineOffers#define} otherwise, with the
     *     field {@code offers[n]} for the n-th match
     */
    public List<OfferId> match(MerchantId merchant, List<ItemMatch> matches) {
        return tenancy.inTransaction(merchant, () -> {
            Map<UUID, SupplierItem> known = new HashMap<>();
            items.lock(merchant, Columns.of(matches, ItemMatch::item)).forEach(item -> known.put(item.id(), item));
            List<OfferDefinition> definitions = new ArrayList<>();
            Map<Integer, ListedIn> listed = new HashMap<>();
            for (ItemMatch match : matches) {
                SupplierItem item = known.get(match.item());
                if (item == null) {
                    throw new Problem(
                            CommonProblem.NOT_FOUND,
                            "There is no item " + match.item() + " to match any more; list the items again.");
                }
                if (item.listed() != null) {
                    listed.put(definitions.size(), item.listed());
                }
                definitions.add(new OfferDefinition(
                        match.sku(),
                        item.supplier(),
                        item.supplierSku(),
                        item.shipFrom(),
                        item.cost().micros(),
                        item.cost().currency(),
                        item.cost().breaks(),
                        null,
                        item.packSize(),
                        Objects.requireNonNullElse(item.minimumQuantity(), 1),
                        Set.of(),
                        item.leadTimeDays()));
            }
            List<OfferId> offers = defineOffers.define(
                    merchant, definitions, new DefineOffers.Stated(OfferCost.Source.PRICE_LIST, listed));
            endOffers.resume(merchant, offers);
            items.delete(merchant, known.keySet());
            return offers;
        });
    }
}
