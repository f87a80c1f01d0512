package dev.baton.channels;

import dev.baton.channels.AvailabilitySwitches.Switch;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreWentLive;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Begins or ends keeping a store's stock figures. */
@Component
public class SwitchAvailability {

    private static final Pattern LOCATION = Pattern.compile("[0-9]{1,20}");

    private final AvailabilitySwitches switches;
    private final AvailabilityTouches touches;
    private final AvailabilityWork work;
    private final StoreConnections connections;
    private final Audit audit;
    private final Desk desk;

    SwitchAvailability(
            AvailabilitySwitches switches,
            AvailabilityTouches touches,
            AvailabilityWork work,
            StoreConnections connections,
            Audit audit,
            Desk desk) {
        this.switches = switches;
        this.touches = touches;
        this.work = work;
        this.connections = connections;
        this.audit = audit;
        this.desk = desk;
    }

    /**
     * Whether a store's stock is kept.
     *
     * @param locationId digits of the location whose figures are kept
     */
    public record Kept(boolean enabled, String locationId, Instant since) {}

    /** How it stands; empty when the store was never switched on. Opens or joins a transaction. */
    public Optional<Kept> current(MerchantId merchant, Store store) {
        return desk.tenancy()
                .inTransaction(merchant, () -> switches.find(merchant, store.id()))
                .map(found -> new Kept(found.enabled(), found.locationId(), found.since()));
    }

    /**
     * Keeps the figures of one location of the store from now on: all its variants are planned and read some seconds
     * later, and told unless the store is in watch mode. Opens or joins a transaction.
     *
     * @param location digits or gid of the location; null = the one of the store's connection
     * @throws Problem CONFLICT when Baton cannot call the store, INVALID_FIELD when no location is known
     */
    public Kept on(MerchantId merchant, Store store, @Nullable String location) {
        return desk.tenancy().inTransaction(merchant, () -> {
            StoreConnection connection = connections
                    .current(merchant, store.id())
                    .filter(StoreConnection::canCall)
                    .orElseThrow(() -> new Problem(
                            CommonProblem.CONFLICT,
                            "Baton has no access to the API of the store " + store.code()
                                    + ": define it with shopify.accessToken, or clientId and clientSecret, first."));
            String wanted = digits(location == null ? connection.locationId() : location);
            Optional<Switch> before = switches.find(merchant, store.id());
            if (before.isPresent()
                    && before.get().enabled()
                    && before.get().locationId().equals(wanted)) {
                return new Kept(true, wanted, before.get().since());
            }
            Instant now = desk.clock().instant();
            switches.set(merchant, store.id(), true, wanted, now);
            touches.plan(merchant);
            work.planNight(merchant, store.id(), Nights.next(store, now));
            audited(merchant, store, before, "location " + wanted);
            return new Kept(true, wanted, now);
        });
    }

    private static String digits(@Nullable String location) {
        String last = location == null
                ? ""
                : location.substring(location.lastIndexOf('/') + 1).strip();
        if (!LOCATION.matcher(last).matches()) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    location == null
                            ? "Name the location whose stock is kept; GET /api/v1/stores/{code}/locations lists them."
                            : "locationId must be the number of a location, or its gid.",
                    "locationId");
        }
        return last;
    }

    /** Leaves the store's figures as they are. Opens or joins a transaction. */
    public void off(MerchantId merchant, Store store) {
        desk.tenancy().run(merchant, () -> {
            Optional<Switch> before = switches.find(merchant, store.id()).filter(Switch::enabled);
            if (before.isPresent()) {
                switches.set(
                        merchant,
                        store.id(),
                        false,
                        before.get().locationId(),
                        desk.clock().instant());
                work.stopNights(merchant, store.id());
                desk.tasks()
                        .closeFor(merchant, StoreTasks.AVAILABILITY, store.id().value(), "its stock is not kept");
                audited(merchant, store, before, "OFF");
            }
        });
    }

    private void audited(MerchantId merchant, Store store, Optional<Switch> before, String now) {
        String was = before.filter(Switch::enabled)
                .map(found -> "location " + found.locationId())
                .orElse("OFF");
        audit.record(
                merchant,
                List.of(new AuditEntry("SwitchAvailability", "store", store.id().value(), was, now, null)));
    }

    /** What the store was not told in watch mode is told now. */
    @EventListener
    void on(StoreWentLive news) {
        Optional<Switch> kept = switches.find(news.merchant(), news.store()).filter(Switch::enabled);
        if (kept.isPresent()) {
            switches.planned(news.merchant(), news.store(), "");
            touches.plan(news.merchant());
        }
    }
}
