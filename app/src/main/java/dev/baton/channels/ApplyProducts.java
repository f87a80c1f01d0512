package dev.baton.channels;

import dev.baton.catalog.RecordStoreProducts;
import dev.baton.catalog.StoreProduct;
import dev.baton.channels.InboxRows.Settled;
import dev.baton.channels.SettleIntakes.End;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Hands on what messages say of products and settles the messages in the same transaction. Where a message does not
 * say all, the store is asked first.
 */
@Component
class ApplyProducts {

    /** Less of a lease than this is not enough to ask a store for one more product. */
    private static final Duration ENOUGH_TO_ASK = Duration.ofSeconds(90);

    private final RecordStoreProducts record;
    private final ProductReads reads;
    private final MerchantLookup merchants;
    private final SettleIntakes settle;
    private final PlanListings plan;
    private final Desk desk;

    ApplyProducts(
            RecordStoreProducts record,
            ProductReads reads,
            MerchantLookup merchants,
            SettleIntakes settle,
            PlanListings plan,
            Desk desk) {
        this.record = record;
        this.reads = reads;
        this.merchants = merchants;
        this.settle = settle;
        this.plan = plan;
        this.desk = desk;
    }

    /** One transaction for what is told whole, one more for each product that has to be asked for. */
    void apply(MerchantId merchant, List<ProductMessage> messages) {
        Map<StoreId, List<ProductMessage>> told = new LinkedHashMap<>();
        List<ProductMessage> toAsk = new ArrayList<>();
        for (ProductMessage message : messages) {
            if (message.reading() instanceof Reading.LookAtProduct) {
                toAsk.add(message);
            } else {
                told.computeIfAbsent(message.store(), store -> new ArrayList<>())
                        .add(message);
            }
        }
        told.forEach((store, ofStore) -> desk.tenancy().run(merchant, () -> applyTold(merchant, store, ofStore)));
        toAsk.forEach(message -> ask(merchant, message));
    }

    private void applyTold(MerchantId merchant, StoreId id, List<ProductMessage> messages) {
        List<StoreProduct> products = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        for (ProductMessage message : messages) {
            if (message.reading() instanceof Reading.Product(StoreProduct product)) {
                products.add(product);
            } else if (message.reading() instanceof Reading.ProductGone(String product)) {
                gone.add(product);
            }
        }
        Optional<Store> store = merchants.store(merchant, id);
        store.ifPresent(known -> record.record(merchant, known, products));
        record.delete(merchant, id, gone);
        List<String> changed = new ArrayList<>(gone);
        products.forEach(product -> changed.add(product.productId()));
        plan.products(merchant, id, changed);
        settle.settle(
                merchant,
                messages.stream().map(message -> noted(message, "a product")).toList());
    }

    private static End noted(ProductMessage message, String reason) {
        return End.settled(
                message.opened(), new Settled(message.opened().intake().id(), IntakeState.NOTED, null, null, reason));
    }

    private void ask(MerchantId merchant, ProductMessage message) {
        if (!(message.reading() instanceof Reading.LookAtProduct(String product))) {
            throw new IllegalStateException("the message says all");
        }
        if (!message.opened().work().hasLeft(ENOUGH_TO_ASK)) {
            later(merchant, message, Duration.ZERO, "the store answers slowly");
            return;
        }
        switch (reads.read(merchant, message.store(), product)) {
            case ProductReads.Answer.Found found ->
                desk.tenancy()
                        .run(
                                merchant,
                                () -> applyTold(
                                        merchant,
                                        message.store(),
                                        List.of(new ProductMessage(
                                                message.opened(), new Reading.Product(found.product())))));
            case ProductReads.Answer.Gone ignored ->
                desk.tenancy()
                        .run(
                                merchant,
                                () -> applyTold(
                                        merchant,
                                        message.store(),
                                        List.of(new ProductMessage(
                                                message.opened(), new Reading.ProductGone(product)))));
            case ProductReads.Answer.Later later -> later(merchant, message, later.pause(), later.why());
            case ProductReads.Answer.Untold untold ->
                desk.tenancy()
                        .run(
                                merchant,
                                () -> settle.settle(
                                        merchant, List.of(End.refused(message.opened(), null, untold.why()))));
            case ProductReads.Answer.Denied denied -> denied(merchant, message, denied.why());
        }
    }

    private void later(MerchantId merchant, ProductMessage message, Duration pause, String why) {
        desk.tenancy()
                .run(
                        merchant,
                        () -> desk.work()
                                .again(
                                        merchant,
                                        message.opened().work(),
                                        desk.clock().instant().plus(pause),
                                        why));
    }

    private void denied(MerchantId merchant, ProductMessage message, String why) {
        desk.tenancy().run(merchant, () -> {
            desk.tasks().open(merchant, StoreTasks.access(message.store().value(), why));
            desk.work()
                    .failed(
                            merchant,
                            message.opened().work(),
                            Backoff.next(desk.clock(), message.opened().work().attempts()),
                            why);
        });
    }
}
