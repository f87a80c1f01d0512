package dev.baton.api;

import dev.baton.channels.AvailabilityLookup;
import dev.baton.channels.AvailabilityLookup.Comparison;
import dev.baton.channels.AvailabilityLookup.Drift;
import dev.baton.channels.AvailabilityLookup.Figure;
import dev.baton.channels.FindLocations;
import dev.baton.channels.SwitchAvailability;
import dev.baton.channels.SwitchAvailability.Kept;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stores that show what may be sold. */
@RestController
@RequestMapping("/api/v1/stores/{code}")
@Tag(name = "Stores")
class AvailabilityCalls {

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final SwitchAvailability switches;
    private final FindLocations locations;
    private final AvailabilityLookup lookup;

    AvailabilityCalls(
            Tenancy tenancy,
            MerchantLookup merchants,
            SwitchAvailability switches,
            FindLocations locations,
            AvailabilityLookup lookup) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.switches = switches;
        this.locations = locations;
        this.lookup = lookup;
    }

    /** A place of the store where stock lies, as the store names it. */
    record StoreLocation(String id, String name, boolean active) {}

    record StoreLocations(List<StoreLocation> items) {}

    /**
     * Whether Baton keeps the store's stock.
     *
     * @param locationId number or gid of the location whose figures are kept; absent = the one of the store's
     *     connection, else the only active one
     */
    record AvailabilityBody(boolean enabled, @Nullable String locationId) {}

    /** {@code locationId} and {@code since} are null for a store that was never switched on. */
    record AvailabilitySetting(
            boolean enabled,
            @Nullable String locationId,
            @Nullable Instant since) {

        static AvailabilitySetting of(Optional<Kept> kept) {
            return kept.map(known -> new AvailabilitySetting(known.enabled(), known.locationId(), known.since()))
                    .orElse(new AvailabilitySetting(false, null, null));
        }
    }

    /** A variant of the store; meanings as in {@link Figure}. */
    record VariantFigure(
            String id,
            String variantId,
            @Nullable String sku,
            String title,
            String state,
            int desired,
            int toShow,
            @Nullable Integer inStore,
            int unseen,
            @Nullable String limitedBy,
            List<String> warnings,
            Instant since,
            @Nullable Instant toldAt,
            @Nullable String reason) {

        static VariantFigure of(Figure figure) {
            return new VariantFigure(
                    figure.id().toString(),
                    figure.variantId(),
                    figure.sku(),
                    figure.title(),
                    Lists.word(figure.standing()),
                    figure.desired(),
                    figure.toShow(),
                    figure.inStore(),
                    figure.unseen(),
                    figure.limitedBy(),
                    figure.warnings(),
                    figure.since(),
                    figure.toldAt(),
                    figure.why());
        }
    }

    /** A figure that was wrong; meanings as in {@link Drift}. */
    record DriftRow(
            String id,
            String variantId,
            @Nullable String sku,
            String title,
            String kind,
            int expected,
            int found,
            int difference,
            boolean mended) {

        static DriftRow of(Drift drift) {
            return new DriftRow(
                    drift.id().toString(),
                    drift.variantId(),
                    drift.sku(),
                    drift.title(),
                    drift.kind().toLowerCase(java.util.Locale.ROOT),
                    drift.expected(),
                    drift.found(),
                    drift.found() - drift.expected(),
                    drift.mended());
        }
    }

    /** The last comparison of a store; meanings as in {@link Comparison}. */
    record DriftReport(
            String id,
            Instant begunAt,
            @Nullable Instant endedAt,
            int checked,
            int drifted,
            @Nullable String reason,
            List<DriftRow> items,
            @Nullable String next) {}

    @Operation(
            summary = "List the locations of a store",
            description = "Asks the store; its app needs the scope read_locations.")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/locations")
    StoreLocations locations(Caller caller, @PathVariable String code) {
        Store store = tenancy.inTransaction(caller.merchant(), () -> store(caller, code));
        return new StoreLocations(locations.of(caller.merchant(), store).stream()
                .map(one -> new StoreLocation(one.id(), one.name(), one.active()))
                .toList());
    }

    @Operation(
            summary = "Keep a store's stock, or leave it alone",
            description =
                    "Off at first. Once on, every variant whose SKU is known shows what may be sold, seconds after"
                            + " it changed. The store's app needs the scopes read_inventory, write_inventory and"
                            + " read_locations. In watch mode nothing is told to the store.")
    @Needs(Scope.ADMIN)
    @PutMapping("/availability/setting")
    AvailabilitySetting set(Caller caller, @PathVariable String code, @RequestBody AvailabilityBody body) {
        Store store = tenancy.inTransaction(caller.merchant(), () -> store(caller, code));
        if (!body.enabled()) {
            switches.off(caller.merchant(), store);
            return AvailabilitySetting.of(switches.current(caller.merchant(), store));
        }
        String location = body.locationId() == null
                ? locations.usual(caller.merchant(), store).orElse(null)
                : body.locationId();
        return AvailabilitySetting.of(Optional.of(switches.on(caller.merchant(), store, location)));
    }

    @Operation(summary = "See whether Baton keeps a store's stock")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/availability/setting")
    AvailabilitySetting setting(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> AvailabilitySetting.of(switches.current(caller.merchant(), store(caller, code))));
    }

    @Operation(
            summary = "List what a store shows and should show",
            description = "By variant. state=warned narrows it to variants the store does not track, sells on at zero,"
                    + " or takes no figure for.")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/availability")
    Page<VariantFigure> list(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        boolean warned = Lists.word(List.of("warned"), state) != null;
        UUID after = Page.cursor(cursor);
        int most = Page.limit(limit);
        return tenancy.inTransaction(
                caller.merchant(),
                () -> Page.of(
                        lookup.figures(caller.merchant(), store(caller, code), warned, after, most + 1),
                        most,
                        VariantFigure::of,
                        Figure::id));
    }

    @Operation(
            summary = "See what the last nightly comparison of a store found",
            description = "Every figure that was not what the store had been told, by how much, and whether the store"
                    + " shows now what it should.")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/availability/drift")
    DriftReport drift(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        UUID after = Page.cursor(cursor);
        int most = Page.limit(limit);
        return tenancy.inTransaction(caller.merchant(), () -> {
            Comparison last = lookup.lastComparison(
                            caller.merchant(), store(caller, code).id())
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND,
                            "The store " + code + " was never compared: it is every night once its stock is kept."));
            Page<DriftRow> page = Page.of(
                    lookup.drifts(caller.merchant(), last.id(), after, most + 1), most, DriftRow::of, Drift::id);
            return new DriftReport(
                    last.id().toString(),
                    last.begunAt(),
                    last.endedAt(),
                    last.checked(),
                    last.drifted(),
                    last.reason(),
                    page.items(),
                    page.next());
        });
    }

    private Store store(Caller caller, String code) {
        return merchants
                .storeByCode(caller.merchant(), code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no store " + code + "; list the stores to find it."));
    }
}
