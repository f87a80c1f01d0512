package dev.baton.console;

import dev.baton.catalog.Match;
import dev.baton.catalog.MatchItems.ItemMatch;
import dev.baton.catalog.SupplierItem;
import dev.baton.catalog.SupplierItems;
import dev.baton.console.ListViews.Effect;
import dev.baton.console.Suggested.Seen;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says of many items of price lists that they are what was suggested: they become offers. */
@Component
class ItemBulk implements BulkAct {

    private final SupplierItems items;
    private final Suggested suggested;
    private final MatchGoods matching;
    private final Tenancy tenancy;

    ItemBulk(SupplierItems items, Suggested suggested, MatchGoods matching, Tenancy tenancy) {
        this.items = items;
        this.suggested = suggested;
        this.matching = matching;
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
        return "Make offers of " + items(rows);
    }

    @Override
    public List<Effect> preview(Staff staff, List<String> keys) {
        MerchantId merchant = staff.merchant();
        List<Seen> seen = Seen.readAll(keys);
        Map<UUID, SupplierItem> known = new HashMap<>();
        items.of(merchant, seen.stream().map(Seen::id).toList()).forEach(each -> known.put(each.id(), each));
        Map<SupplierItem, List<Match>> matches =
                suggested.of(merchant, List.copyOf(known.values()), ItemListing::wanted);
        List<Effect> effects = new ArrayList<>();
        for (Seen each : seen) {
            SupplierItem item = known.get(each.id());
            if (item != null) {
                effects.add(effect(
                        merchant,
                        each,
                        item,
                        each.among(matches.getOrDefault(item, List.of())).orElse(null)));
            }
        }
        return effects;
    }

    private Effect effect(MerchantId merchant, Seen seen, SupplierItem item, @Nullable Match match) {
        String name = item.supplierSku() + ", " + item.title();
        String path = ItemScreen.path(item.id());
        if (match == null) {
            return new Effect(seen.key(), name, path, "nothing is suggested for it: choose what it is", false);
        }
        String taken = matching.offeredAs(merchant, item, match.code()).orElse(null);
        if (taken != null) {
            return new Effect(seen.key(), name, path, alreadyOffered(match.code(), taken), false);
        }
        long held = matching.waiting(merchant, new ItemMatch(item.id(), match.code()));
        return new Effect(
                seen.key(),
                name,
                path,
                "is offered as " + match.code() + ", " + match.title() + ": " + SuggestionWords.why(match)
                        + (held == 0 ? "" : ". " + MapGoods.waits(held)),
                true);
    }

    @Override
    public @Nullable String apply(Staff staff, String key, Typed given) {
        MerchantId merchant = staff.merchant();
        Seen seen = Seen.read(key).orElse(null);
        if (seen == null || seen.code().isEmpty()) {
            return null;
        }
        return tenancy.<@Nullable String>inTransaction(merchant, () -> {
            SupplierItem item =
                    items.of(merchant, List.of(seen.id())).stream().findFirst().orElse(null);
            if (item == null) {
                return null;
            }
            matching.offeredAs(merchant, item, seen.code()).ifPresent(taken -> {
                throw new Problem(CommonProblem.CONFLICT, alreadyOffered(seen.code(), taken));
            });
            matching.apply(merchant, List.of(new ItemMatch(seen.id(), seen.code())));
            return "";
        });
    }

    /** One of many does not take another's place unseen. */
    private static String alreadyOffered(String sku, String as) {
        return "the supplier offers " + sku + " already, as " + as + ": decide on its own page";
    }

    @Override
    public String done(int rows) {
        return rows == 1
                ? "1 item is an offer now, and the orders that waited go on."
                : Moments.counted(rows) + " items are offers now, and the orders that waited go on.";
    }

    private static String items(int rows) {
        return Moments.counted(rows, "item", "items");
    }
}
