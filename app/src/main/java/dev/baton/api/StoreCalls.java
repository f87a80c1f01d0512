package dev.baton.api;

import dev.baton.merchants.DefineStore;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreDefinition;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stores and how they are connected. */
@RestController
@RequestMapping("/api/v1/stores")
@Tag(name = "Stores")
class StoreCalls {

    private final Tenancy tenancy;
    private final MerchantLookup lookup;
    private final DefineStore defineStore;

    StoreCalls(Tenancy tenancy, MerchantLookup lookup, DefineStore defineStore) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.defineStore = defineStore;
    }

    /**
     * A store as the merchant states it.
     *
     * @param live absent = true; false = everything is planned, nothing is sent or pushed
     */
    record StoreBody(
            String kind,
            String name,
            String currency,
            ZoneId zone,
            @Nullable Boolean live) {}

    record Defined(String id, String code) {}

    record Row(String id, String code, String kind, String name, String currency, ZoneId zone, boolean live) {

        static Row of(Store store) {
            return new Row(
                    store.id().value().toString(),
                    store.code(),
                    store.kind(),
                    store.name(),
                    store.currency(),
                    store.zone(),
                    store.live());
        }
    }

    record Rows(List<Row> items) {}

    @Operation(summary = "List the stores")
    @Needs(Scope.READ)
    @GetMapping
    Rows list(Caller caller) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> new Rows(
                        lookup.stores(caller.merchant()).stream().map(Row::of).toList()));
    }

    @Operation(summary = "Define a store", description = "Creates it or changes all but its kind.")
    @Needs(Scope.ADMIN)
    @PutMapping("/{code}")
    Defined define(Caller caller, @PathVariable String code, @RequestBody StoreBody body) {
        Store store = defineStore.define(
                caller.merchant(),
                new StoreDefinition(
                        code,
                        body.kind(),
                        body.name(),
                        body.currency(),
                        body.zone(),
                        !Boolean.FALSE.equals(body.live())));
        return new Defined(store.id().value().toString(), store.code());
    }
}
