package dev.baton.channels;

import dev.baton.channels.SettleIntakes.End;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.WorkHandler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads kept messages and brings orders to what they say. Whole orders of a batch go into one transaction; where a
 * message does not say everything, the store is asked first, order by order.
 */
@Component
class ApplyIntakes implements WorkHandler {

    static final String KIND = "channels.intake";

    private static final int BATCH = 200;

    /** Asking the store for one order may take several calls of some seconds each. */
    private static final Duration LEASE = Duration.ofMinutes(3);

    private static final Duration ENOUGH_TO_ASK = Duration.ofSeconds(90);

    private final OpenIntakes openIntakes;
    private final ApplyOrders applyOrders;
    private final LookAgain lookAgain;
    private final ApplyProducts applyProducts;
    private final SettleIntakes settle;
    private final IntakeReaders readers;

    ApplyIntakes(
            OpenIntakes openIntakes,
            ApplyOrders applyOrders,
            LookAgain lookAgain,
            ApplyProducts applyProducts,
            SettleIntakes settle,
            IntakeReaders readers) {
        this.openIntakes = openIntakes;
        this.applyOrders = applyOrders;
        this.lookAgain = lookAgain;
        this.applyProducts = applyProducts;
        this.settle = settle;
        this.readers = readers;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        List<ReadIntake> whole = new ArrayList<>(batch.size());
        List<ProductMessage> products = new ArrayList<>();
        List<End> ends = new ArrayList<>();
        Map<OrderKey, List<Doubt>> doubts = new LinkedHashMap<>();
        List<Opened> messages = openIntakes.open(merchant, batch);
        Crash.at("channels.opened");
        for (Opened opened : messages) {
            try {
                sort(opened, new Sorted(whole, products, ends, doubts));
            } catch (UnreadableDocument refusal) {
                ends.add(End.refused(opened, null, refusal.reason()));
            }
        }
        applyOrders
                .apply(merchant, whole, ends)
                .forEach(tied -> doubt(doubts, tied.key(), new Doubt(tied.opened(), Doubt.Kind.TIE)));
        applyProducts.apply(merchant, products);
        doubts.forEach((order, doubtful) -> askOrLeave(merchant, order, doubtful));
    }

    /** Where the messages of a batch go. */
    private record Sorted(
            List<ReadIntake> whole, List<ProductMessage> products, List<End> ends, Map<OrderKey, List<Doubt>> doubts) {}

    private void sort(Opened opened, Sorted sorted) {
        Map<OrderKey, List<Doubt>> doubts = sorted.doubts();
        Intake intake = opened.intake();
        switch (readers.read(intake)) {
            case Reading.Whole read -> sorted.whole().add(new ReadIntake(opened, read.order()));
            case Reading.LookAgain again ->
                doubt(doubts, new OrderKey(intake.store(), again.storeOrderId()), new Doubt(opened, Doubt.Kind.EDIT));
            case Reading.RefundAlone refund ->
                doubt(
                        doubts,
                        new OrderKey(intake.store(), refund.storeOrderId()),
                        new Doubt(opened, Doubt.Kind.REFUND));
            case Reading.Product product -> sorted.products().add(new ProductMessage(opened, product));
            case Reading.LookAtProduct look -> sorted.products().add(new ProductMessage(opened, look));
            case Reading.ProductGone gone -> sorted.products().add(new ProductMessage(opened, gone));
            case Reading.Disconnected ignored -> sorted.ends().add(End.disconnected(opened));
            case Reading.ForAPerson person -> sorted.ends().add(End.forAPerson(opened, person));
        }
    }

    private static void doubt(Map<OrderKey, List<Doubt>> doubts, OrderKey order, Doubt doubt) {
        doubts.computeIfAbsent(order, key -> new ArrayList<>()).add(doubt);
    }

    /** A slow store must not outlast the lease of what waits behind it: the rest is due again at once. */
    private void askOrLeave(MerchantId merchant, OrderKey order, List<Doubt> messages) {
        Doubt first = messages.getFirst();
        if (first.opened().work().hasLeft(ENOUGH_TO_ASK)) {
            lookAgain.settle(merchant, order, messages);
        } else {
            settle.later(merchant, messages, Duration.ZERO, "the store answers slowly");
        }
    }
}
