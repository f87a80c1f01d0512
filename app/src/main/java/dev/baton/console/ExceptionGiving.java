package dev.baton.console;

import dev.baton.console.ExceptionsScreen.Boards;
import dev.baton.console.ListViews.Effect;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks.Task;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the purchase orders behind many exceptions to other suppliers, each by the road it was shown to take. */
@Component
class ExceptionGiving implements BulkAct {

    /** What tasks are about whose purchase order may go to another supplier. */
    private static final Set<String> OF_PURCHASES = Set.of("purchase_order", "transmission");

    private final PurchaseBulk purchases;
    private final PurchaseOrderLookup lookup;
    private final Boards boards;
    private final TaskSubjects subjects;
    private final Tenancy tenancy;

    ExceptionGiving(
            PurchaseBulk purchases, PurchaseOrderLookup lookup, Boards boards, TaskSubjects subjects, Tenancy tenancy) {
        this.purchases = purchases;
        this.lookup = lookup;
        this.boards = boards;
        this.subjects = subjects;
        this.tenancy = tenancy;
    }

    @Override
    public String key() {
        return purchases.key();
    }

    @Override
    public String label() {
        return purchases.label();
    }

    @Override
    public Act act() {
        return purchases.act();
    }

    @Override
    public boolean severe() {
        return purchases.severe();
    }

    @Override
    public String question(int rows) {
        return purchases.question(rows);
    }

    @Override
    public Given given(Staff staff) {
        return purchases.given(staff);
    }

    @Override
    public List<Effect> preview(Staff staff, List<String> keys) {
        MerchantId merchant = staff.merchant();
        List<UUID> ids = keys.stream().flatMap(key -> Typed.uuid(key).stream()).toList();
        List<Effect> effects = new ArrayList<>();
        boards.holds()
                .of(merchant, ids)
                .forEach(hold -> effects.add(
                        left(hold.id(), "Order " + hold.storeOrderName(), "is a hold: it is released or mended")));
        List<Task> open = boards.tasks().of(merchant, ids);
        Map<UUID, PurchaseOrderId> of = purchasesOf(merchant, open);
        Map<PurchaseOrderId, PurchaseOrderView> views =
                lookup.inOrder(merchant, List.copyOf(Set.copyOf(of.values()))).stream()
                        .collect(Collectors.toMap(PurchaseOrderView::id, Function.identity()));
        open.forEach(task -> {
            PurchaseOrderId id = of.get(task.subject());
            PurchaseOrderView view = id == null ? null : views.get(id);
            effects.add(
                    view == null
                            ? left(task.id(), task.title(), "is about no purchase order another supplier could ship")
                            : PurchaseBulk.effect(view)
                                    .of(task.id().toString(), task.title(), ExceptionScreen.path(task.id())));
        });
        return effects;
    }

    private Map<UUID, PurchaseOrderId> purchasesOf(MerchantId merchant, List<Task> open) {
        return subjects.place(
                        merchant,
                        open.stream()
                                .filter(task -> OF_PURCHASES.contains(task.subjectType()))
                                .toList())
                .purchaseOf();
    }

    private static Effect left(UUID id, String name, String why) {
        return new Effect(id.toString(), name, ExceptionScreen.path(id), why, false);
    }

    @Override
    public @Nullable String apply(Staff staff, String key, Typed given) {
        MerchantId merchant = staff.merchant();
        PurchaseOrderId purchase = tenancy.inTransaction(merchant, () -> {
            List<Task> open = boards.tasks().of(merchant, List.of(UUID.fromString(key)));
            return purchasesOf(merchant, open).values().stream().findFirst().orElse(null);
        });
        return purchase == null ? null : purchases.give(staff, purchase, given);
    }

    @Override
    public String done(int rows) {
        return purchases.done(rows);
    }
}
