package dev.baton.console;

import dev.baton.console.ListViews.Effect;
import dev.baton.orders.HoldBoard;
import dev.baton.orders.OpenHold;
import dev.baton.orders.ReleaseHolds;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Releases many holds at once, as far as they are for the person to decide. */
@Component
class HoldBulk implements BulkAct {

    private final HoldBoard holds;
    private final ReleaseHolds releases;
    private final Tenancy tenancy;

    HoldBulk(HoldBoard holds, ReleaseHolds releases, Tenancy tenancy) {
        this.holds = holds;
        this.releases = releases;
        this.tenancy = tenancy;
    }

    @Override
    public String key() {
        return "release";
    }

    @Override
    public String label() {
        return "Release";
    }

    @Override
    public Act act() {
        return Act.RELEASE_HOLD;
    }

    @Override
    public String question(int rows) {
        return "Release " + holds(rows);
    }

    @Override
    public List<Effect> preview(Staff staff, List<String> keys) {
        List<UUID> ids = keys.stream().flatMap(key -> Typed.uuid(key).stream()).toList();
        return holds.of(staff.merchant(), ids).stream()
                .map(hold -> effect(staff, hold))
                .toList();
    }

    private static Effect effect(Staff staff, OpenHold hold) {
        boolean may = OrderScreen.mayRelease(staff, hold.kind());
        String title = HoldWords.title(hold.kind());
        return new Effect(
                hold.id().toString(),
                "Order " + hold.storeOrderName(),
                OrdersScreen.PATH + "/" + hold.order().value(),
                may
                        ? title + " no longer stops it"
                        : title + ": decided by " + hold.kind().owner(),
                may);
    }

    @Override
    public @Nullable String apply(Staff staff, String key, Typed given) {
        MerchantId merchant = staff.merchant();
        UUID hold = UUID.fromString(key);
        boolean open =
                tenancy.inTransaction(merchant, () -> holds.kind(merchant, hold).isPresent());
        if (open) {
            releases.release(merchant, hold, "released in the console, with others");
        }
        return open ? "" : null;
    }

    @Override
    public String done(int rows) {
        return holds(rows) + (rows == 1 ? " is released." : " are released.");
    }

    private static String holds(int rows) {
        return rows == 1 ? "1 hold" : rows + " holds";
    }
}
