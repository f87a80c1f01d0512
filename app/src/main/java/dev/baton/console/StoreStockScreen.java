package dev.baton.console;

import dev.baton.channels.FindLocations;
import dev.baton.channels.StoreStock.Location;
import dev.baton.channels.SwitchAvailability;
import dev.baton.channels.WarnedFigures;
import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.StoreViews.StockSwitch;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether a store's stock figures are kept here, and those of which of its locations. */
@RestController
class StoreStockScreen {

    private static final String ONE = StoresScreen.PATH + "/{id:[0-9a-f-]{36}}/stock";

    private final MerchantLookup merchants;
    private final SwitchAvailability switches;
    private final FindLocations locations;
    private final WarnedFigures warned;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    StoreStockScreen(
            MerchantLookup merchants,
            SwitchAvailability switches,
            FindLocations locations,
            WarnedFigures warned,
            Tenancy tenancy,
            StaffDesk desk) {
        this.merchants = merchants;
        this.switches = switches;
        this.locations = locations;
        this.warned = warned;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    /** The page of one store's stock. */
    static String path(Store store) {
        return StoresScreen.PATH + "/" + store.id().value() + "/stock";
    }

    /** Asks the store for its locations, outside of any transaction. */
    @Does(Act.KEEP_STORE_STOCK)
    @GetMapping(ONE)
    ResponseEntity<String> show(Staff staff, @PathVariable String id) {
        return page(staff, found(staff.merchant(), id), null);
    }

    /** Keeps the figures of the chosen location from now on, or leaves them alone. */
    @Does(Act.KEEP_STORE_STOCK)
    @PostMapping(ONE)
    ResponseEntity<String> turn(Staff staff, @PathVariable String id, Typed typed) {
        MerchantId merchant = staff.merchant();
        Store store = found(merchant, id);
        String back = StoresScreen.PATH + "/" + store.id().value();
        if (typed.text("kept").equals("no")) {
            switches.off(merchant, store);
            return Done.STOCK_LEFT.at(back);
        }
        try {
            if (typed.text("location").isEmpty()) {
                throw new Problem(CommonProblem.INVALID_FIELD, "Choose the location whose stock is kept.", "location");
            }
            switches.on(merchant, store, typed.text("location"));
        } catch (Problem refused) {
            return page(staff, store, refused.detail());
        }
        return Done.STOCK_KEPT.at(back);
    }

    private ResponseEntity<String> page(Staff staff, Store store, @Nullable String refused) {
        MerchantId merchant = staff.merchant();
        List<Option> options = List.of();
        String trouble = refused;
        try {
            options = locations.of(merchant, store).stream()
                    .filter(Location::active)
                    .map(each -> new Option(each.id(), each.name()))
                    .toList();
        } catch (Problem silent) {
            trouble = refused == null ? silent.detail() : refused;
        }
        List<Option> known = options;
        String said = trouble;
        return desk.page(
                staff, StaffDesk.Place.STORES, "Stock of " + store.name(), "", "console/store-stock.jte", frame -> {
                    SwitchAvailability.Kept kept = switches.current(merchant, store)
                            .filter(SwitchAvailability.Kept::enabled)
                            .orElse(null);
                    return new StockSwitch(
                            frame,
                            store.name(),
                            StoresScreen.PATH + "/" + store.id().value(),
                            known,
                            kept == null ? null : kept.locationId(),
                            kept == null ? null : kept.since(),
                            warned.counts(merchant).getOrDefault(store.id(), 0L),
                            StoreListing.warnedPath(store.code()),
                            said);
                });
    }

    private Store found(MerchantId merchant, String id) {
        StoreId store =
                Typed.uuid(id.toLowerCase(Locale.ROOT)).map(StoreId::new).orElseThrow(StoreStockScreen::nothing);
        return tenancy.inTransaction(merchant, () -> merchants.store(merchant, store))
                .orElseThrow(StoreStockScreen::nothing);
    }

    private static Problem nothing() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such store.");
    }
}
