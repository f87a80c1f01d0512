package dev.baton.api;

import dev.baton.catalog.CatalogLookup;
import dev.baton.merchants.BrandLookup;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.InstructOrder;
import dev.baton.suppliers.AgreeInstructions;
import dev.baton.suppliers.InstructionKey;
import dev.baton.suppliers.InstructionLookup;
import dev.baton.suppliers.InstructionScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What whoever packs is told of products, brands and orders; a supplier's own are part of its terms. */
@RestController
@RequestMapping("/api/v1/instructions")
@Tag(name = "Instructions")
class InstructionCalls {

    private final Tenancy tenancy;
    private final InstructionLookup lookup;
    private final AgreeInstructions agreeInstructions;
    private final InstructOrder instructOrder;
    private final Known known;

    InstructionCalls(
            Tenancy tenancy,
            InstructionLookup lookup,
            AgreeInstructions agreeInstructions,
            InstructOrder instructOrder,
            Known known) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.agreeInstructions = agreeInstructions;
        this.instructOrder = instructOrder;
        this.known = known;
    }

    /** Whether what is named is there. */
    @org.springframework.stereotype.Component
    record Known(CatalogLookup catalog, BrandLookup brands, OrderLookup orders) {}

    @Operation(summary = "Read what is told about a product, version by version")
    @Needs({Scope.READ, Scope.SUPPLIERS, Scope.CATALOG})
    @GetMapping("/products/{sku}")
    InstructionBody.Standing product(Caller caller, @PathVariable String sku) {
        return read(caller.merchant(), new InstructionKey(InstructionScope.PRODUCT, sku));
    }

    @Operation(
            summary = "State what is told about a product",
            description = "Holds for purchase orders planned from now on; those that are planned keep their words.")
    @Needs({Scope.SUPPLIERS, Scope.CATALOG})
    @PutMapping("/products/{sku}")
    InstructionBody.Standing product(Caller caller, @PathVariable String sku, @RequestBody InstructionBody body) {
        return write(caller.merchant(), new InstructionKey(InstructionScope.PRODUCT, sku), body);
    }

    @Operation(summary = "Read what is told about all a brand sells, version by version")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping("/brands/{code}")
    InstructionBody.Standing brand(Caller caller, @PathVariable String code) {
        return read(caller.merchant(), new InstructionKey(InstructionScope.BRAND, code));
    }

    @Operation(
            summary = "State what is told about all a brand sells",
            description = "Holds for purchase orders planned from now on; those that are planned keep their words.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping("/brands/{code}")
    InstructionBody.Standing brand(Caller caller, @PathVariable String code, @RequestBody InstructionBody body) {
        return write(caller.merchant(), new InstructionKey(InstructionScope.BRAND, code), body);
    }

    @Operation(
            summary = "Read what a supplier is told, version by version",
            description = "Stated with its terms: PUT /api/v1/suppliers/{code}.")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping("/suppliers/{code}")
    InstructionBody.Standing supplier(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(
                caller.merchant(),
                () -> InstructionBody.Standing.of(
                        lookup.history(caller.merchant(), new InstructionKey(InstructionScope.SUPPLIER, code))));
    }

    @Operation(summary = "Read what is told about one order alone")
    @Needs({Scope.READ, Scope.ORDERS})
    @GetMapping("/orders/{id}")
    InstructionBody.OfOrder order(Caller caller, @PathVariable UUID id) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            if (known.orders().find(caller.merchant(), new SalesOrderId(id)).isEmpty()) {
                throw nothing("There is no order of that id; GET /api/v1/orders lists them.");
            }
            return InstructionBody.OfOrder.of(instructOrder.told(caller.merchant(), new SalesOrderId(id)));
        });
    }

    @Operation(
            summary = "State what is told about one order alone",
            description = "Purchase orders that were not sent yet say so, and so do later ones; toldWithout names those"
                    + " that left without it.")
    @Needs(Scope.ORDERS)
    @PutMapping("/orders/{id}")
    InstructionBody.OfOrder order(Caller caller, @PathVariable UUID id, @RequestBody InstructionBody body) {
        return InstructionBody.OfOrder.of(
                instructOrder.instruct(caller.merchant(), new SalesOrderId(id), body.stated()));
    }

    private InstructionBody.Standing read(MerchantId merchant, InstructionKey key) {
        return tenancy.inTransaction(merchant, () -> {
            mustBeKnown(merchant, key);
            return InstructionBody.Standing.of(lookup.history(merchant, key));
        });
    }

    private InstructionBody.Standing write(MerchantId merchant, InstructionKey key, InstructionBody body) {
        return tenancy.inTransaction(merchant, () -> {
            mustBeKnown(merchant, key);
            agreeInstructions.agree(merchant, key, body.stated());
            return InstructionBody.Standing.of(lookup.history(merchant, key));
        });
    }

    private void mustBeKnown(MerchantId merchant, InstructionKey key) {
        boolean missing = switch (key.scope()) {
            case PRODUCT -> known.catalog().skuByCode(merchant, key.subject()).isEmpty();
            case BRAND -> known.brands().byCode(merchant, key.subject()).isEmpty();
            case SUPPLIER -> throw new IllegalStateException("a supplier's are part of its terms");
        };
        if (missing) {
            throw nothing(
                    key.scope() == InstructionScope.PRODUCT
                            ? "There is no SKU " + key.subject() + "; PUT /api/v1/catalog/skus defines it."
                            : "There is no brand " + key.subject() + "; GET /api/v1/brands lists them.");
        }
    }

    private static Problem nothing(String advice) {
        return new Problem(CommonProblem.NOT_FOUND, advice);
    }
}
