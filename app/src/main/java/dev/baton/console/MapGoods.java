package dev.baton.console;

import dev.baton.catalog.DefineMappings;
import dev.baton.catalog.SkuMapping;
import dev.baton.catalog.StoreItem;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.orders.HeldBy;
import dev.baton.orders.HoldKind;
import dev.baton.orders.OpenHold;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.OrderView;
import dev.baton.orders.ReleaseKnown;
import dev.baton.orders.ReleasedOrder;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what a store's SKU stands for, after a look at the orders that go by it. */
@Component
class MapGoods {

    static final String PATH = ExceptionsScreen.PATH + "/map";

    private static final int SHOWN = 20;

    private final DefineMappings mappings;
    private final ReleaseKnown releaseKnown;
    private final OrderLookup orders;
    private final ExceptionsScreen.Boards boards;
    private final Tenancy tenancy;

    MapGoods(
            DefineMappings mappings,
            ReleaseKnown releaseKnown,
            OrderLookup orders,
            ExceptionsScreen.Boards boards,
            Tenancy tenancy) {
        this.mappings = mappings;
        this.releaseKnown = releaseKnown;
        this.orders = orders;
        this.boards = boards;
        this.tenancy = tenancy;
    }

    /** What mapping what a hold waits for would do; nothing is changed. No transaction may be open. */
    Preview preview(MerchantId merchant, OpenHold hold, Typed typed) {
        return preview(
                merchant,
                () -> stated(merchant, hold, typed),
                PATH,
                Map.of(
                        "hold", hold.id().toString(),
                        "sku", typed.text("sku"),
                        "quantity", typed.text("quantity")));
    }

    /**
     * What a mapping would do; nothing is changed. No transaction may be open.
     *
     * @param path where the form goes that does it, with what it carries
     */
    Preview preview(MerchantId merchant, Supplier<SkuMapping> wanted, String path, Map<String, String> carried) {
        try {
            SkuMapping mapping = wanted.get();
            ReleaseKnown.Outcome outcome = releaseKnown.preview(
                    merchant, () -> mappings.define(merchant, List.of(mapping)), () -> heldBy(mapping));
            return new Preview(
                    summary(mapping, outcome),
                    orders(outcome),
                    mapping.parts().isEmpty()
                            ? Way.act("Forget the mapping", "", path, "Forget it", carried)
                                    .bad()
                            : Way.act("Map it", "", path, "Map it and release", carried)
                                    .main(),
                    null);
        } catch (Problem refused) {
            return new Preview("", List.of(), null, refused.detail());
        }
    }

    /** Maps it, or forgets a mapping without parts, and releases what waited for it. */
    void apply(MerchantId merchant, SkuMapping mapping) {
        tenancy.run(merchant, () -> {
            mappings.define(merchant, List.of(mapping));
            releaseKnown.release(
                    merchant,
                    heldBy(mapping),
                    mapping.parts().isEmpty() ? "a mapping was taken back" : "the SKU was mapped");
        });
    }

    /** Maps what a hold waits for and releases what waited for it; answers the hold's order. */
    SalesOrderId apply(MerchantId merchant, Typed typed) {
        UUID id = typed.id("hold").orElseThrow(MapGoods::nothing);
        OpenHold hold = tenancy.inTransaction(merchant, () -> boards.holds().of(merchant, List.of(id))).stream()
                .findFirst()
                .orElseThrow(MapGoods::nothing);
        apply(merchant, stated(merchant, hold, typed));
        return hold.order();
    }

    private SkuMapping stated(MerchantId merchant, OpenHold hold, Typed typed) {
        OrderView order = tenancy.inTransaction(merchant, () -> orders.find(merchant, hold.order()))
                .orElseThrow(MapGoods::nothing);
        String storeSku = order.lines().stream()
                .filter(line -> line.id().equals(hold.line()))
                .map(line -> Objects.requireNonNullElse(line.sku(), ""))
                .findFirst()
                .orElse("");
        if (storeSku.isEmpty()) {
            throw new Problem(CommonProblem.CONFLICT, "The store gave this line no SKU. Give it one in the store.");
        }
        return new SkuMapping(
                new StoreItem(order.store(), storeSku),
                SkuMapping.EVERYWHERE,
                List.of(new SkuMapping.Part(typed.text("sku"), quantity(typed))));
    }

    static int quantity(Typed typed) {
        try {
            return Integer.parseInt(typed.text("quantity"));
        } catch (NumberFormatException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Give a whole number of units.", "quantity");
        }
    }

    /** The orders a mapping may let go; none where nothing is left that would say what the SKU is. */
    static HeldBy heldBy(SkuMapping mapping) {
        boolean forgotten = mapping.parts().isEmpty() && mapping.country().equals(SkuMapping.EVERYWHERE);
        return new HeldBy(
                EnumSet.of(HoldKind.UNKNOWN_SKU, HoldKind.NO_SUPPLIER, HoldKind.SUPPLIER_AWAY),
                forgotten
                        ? List.of()
                        : List.of(new HeldBy.Goods(
                                mapping.item().store(), mapping.item().sku())));
    }

    private static String summary(SkuMapping mapping, ReleaseKnown.Outcome outcome) {
        String to = mapping.country().equals(SkuMapping.EVERYWHERE) ? "" : " for orders to " + mapping.country();
        String what = mapping.parts().isEmpty()
                ? mapping.item().sku() + " is not mapped any more" + to + ". "
                : mapping.item().sku() + " becomes " + parts(mapping) + to + ". ";
        return what + waits(outcome);
    }

    /** How many orders wait for it, and whether there are more than are shown. */
    static String waits(ReleaseKnown.Outcome outcome) {
        return waits(outcome.held())
                + (outcome.more() || outcome.orders().size() > SHOWN ? "; the oldest are shown." : ".");
    }

    /** How many orders wait for it. */
    static String waits(long held) {
        return held == 0 ? "No order waits for it" : held == 1 ? "1 order waits for it" : held + " orders wait for it";
    }

    /** The oldest of them and what becomes of each. */
    static List<String> orders(ReleaseKnown.Outcome outcome) {
        return outcome.orders().stream().limit(SHOWN).map(MapGoods::words).toList();
    }

    /** What one unit is made of. */
    static String parts(SkuMapping mapping) {
        return mapping.parts().stream()
                .map(part -> part.quantity() + " × " + part.sku())
                .collect(Collectors.joining(" + "));
    }

    private static String words(ReleasedOrder order) {
        return "Order " + order.storeOrderName() + ": "
                + (order.stillHeld().isEmpty()
                        ? "goes on"
                        : "still stopped, "
                                + String.join(
                                        ", ",
                                        order.stillHeld().stream()
                                                .map(HoldWords::title)
                                                .toList()));
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "This hold is released already.");
    }
}
