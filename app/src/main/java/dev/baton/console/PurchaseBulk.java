package dev.baton.console;

import dev.baton.console.ListViews.Effect;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.RerouteRoad;
import dev.baton.trading.GiveToOthers;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives many purchase orders to other suppliers, each by the road that is open to it. */
@Component
class PurchaseBulk implements BulkAct {

    static final Given REASON =
            new Given("reason", "Reason, for suppliers that are asked to read", true, List.of(), null);

    private final PurchaseOrderLookup lookup;
    private final GiveToOthers others;

    PurchaseBulk(PurchaseOrderLookup lookup, GiveToOthers others) {
        this.lookup = lookup;
        this.others = others;
    }

    @Override
    public String key() {
        return "give-away";
    }

    @Override
    public String label() {
        return "Give to others";
    }

    @Override
    public Act act() {
        return Act.ASK_SUPPLIERS;
    }

    @Override
    public boolean severe() {
        return true;
    }

    @Override
    public String question(int rows) {
        return "Give " + purchases(rows) + " to other suppliers";
    }

    @Override
    public Given given(Staff staff) {
        return REASON;
    }

    @Override
    public List<Effect> preview(Staff staff, List<String> keys) {
        List<PurchaseOrderId> ids = keys.stream()
                .flatMap(key -> Typed.uuid(key).stream())
                .map(PurchaseOrderId::new)
                .toList();
        return lookup.inOrder(staff.merchant(), ids).stream()
                .map(PurchaseBulk::effect)
                .toList();
    }

    /** What would become of one. */
    static Effect effect(PurchaseOrderView purchase) {
        String id = purchase.id().value().toString();
        RerouteRoad road = RerouteRoad.from(purchase.status()).orElse(null);
        boolean asked = PurchaseWays.isAskedForOthers(purchase);
        boolean will = road != null && !asked && PurchaseWays.owed(purchase) > 0;
        String words = asked
                ? "is asked already to leave it to others"
                : !will || road == null
                        ? "nothing of it is still to come"
                        : switch (road) {
                            case AT_ONCE -> "its supplier never got it: goes to another at once, or waits for one";
                            case ASKS_FIRST ->
                                "its supplier may have it and is asked first: stays with it until it answers";
                        };
        return new Effect(
                id,
                purchase.number(),
                PurchaseListing.PATH + "/" + id,
                words,
                will,
                will && road != null ? road.name() : "");
    }

    @Override
    public @Nullable String apply(Staff staff, String key, Typed given) {
        return give(staff, new PurchaseOrderId(UUID.fromString(key)), given);
    }

    /**
     * Gives one away by the road it was shown to take; one that takes another by now is left as it is.
     *
     * @return null when it is not there any more
     * @throws Problem CONFLICT when nothing of it is still to come, or its road is another one
     */
    @Nullable
    String give(Staff staff, PurchaseOrderId purchase, Typed given) {
        String reason = SupplierActs.reasonToRead(given);
        RerouteRoad shown = given.word(WAY, RerouteRoad.values()).orElse(null);
        try {
            others.give(staff.merchant(), purchase, reason, shown);
            return "";
        } catch (Problem refused) {
            if (refused.code() == CommonProblem.NOT_FOUND) {
                return null;
            }
            throw refused;
        }
    }

    @Override
    public String done(int rows) {
        return purchases(rows) + (rows == 1 ? " is" : " are")
                + " given to others; where a supplier may have it, it was asked first.";
    }

    static String purchases(int rows) {
        return rows == 1 ? "1 purchase order" : rows + " purchase orders";
    }
}
