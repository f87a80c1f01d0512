package dev.baton.purchasing;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.StoreId;
import dev.baton.orders.OrdersAllocated.Allocated;
import dev.baton.orders.OrdersAllocated.Group;
import dev.baton.orders.OrdersAllocated.OrderAllocated;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.ToldInstructions.Gathering;
import dev.baton.purchasing.ToldInstructions.Source;
import dev.baton.suppliers.InstructionKey;
import dev.baton.suppliers.InstructionLookup;
import dev.baton.suppliers.InstructionScope;
import dev.baton.suppliers.InstructionVersion;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Finds what purchase orders are told when they are planned: the supplier's words, then the brand's, then those about
 * each product. Needs an open transaction of the merchant.
 */
@Component
class PlanInstructions {

    private final InstructionLookup instructions;
    private final SupplierLookup suppliers;
    private final BrandLookup brands;

    PlanInstructions(InstructionLookup instructions, SupplierLookup suppliers, BrandLookup brands) {
        this.instructions = instructions;
        this.suppliers = suppliers;
        this.brands = brands;
    }

    /** What holds for one batch of orders. */
    record Holding(
            Map<InstructionKey, InstructionVersion> versions,
            Map<SupplierId, SupplierTerms> suppliers,
            Map<StoreId, String> brands) {

        ToldInstructions of(StoreId store, Group group) {
            Gathering all = new Gathering();
            SupplierTerms supplier = suppliers.get(group.supplier());
            if (supplier != null) {
                all.add(supplier.instructions(), "");
                source(all, new InstructionKey(InstructionScope.SUPPLIER, supplier.code()));
            }
            say(all, new InstructionKey(InstructionScope.BRAND, brands.getOrDefault(store, Brand.DEFAULT)), "");
            Set<String> told = new HashSet<>();
            for (Allocated line : group.lines()) {
                if (told.add(line.supplierSku() + ' ' + line.merchantSku())) {
                    say(
                            all,
                            new InstructionKey(InstructionScope.PRODUCT, line.merchantSku()),
                            line.supplierSku() + ", " + line.title() + ": ");
                }
            }
            return all.told();
        }

        private void say(Gathering all, InstructionKey key, String before) {
            InstructionVersion version = versions.get(key);
            if (version != null) {
                all.add(version.said(), before);
                source(all, key);
            }
        }

        private void source(Gathering all, InstructionKey key) {
            InstructionVersion version = versions.get(key);
            if (version != null && !version.said().equals(Instructions.NONE)) {
                all.from(Source.of(version));
            }
        }
    }

    Holding holding(MerchantId merchant, Collection<OrderAllocated> orders) {
        Set<SupplierId> asked = new HashSet<>();
        Set<InstructionKey> keys = new HashSet<>();
        Map<StoreId, String> shown = new HashMap<>();
        for (OrderAllocated order : orders) {
            shown.computeIfAbsent(
                    order.store(), store -> brands.ofStore(merchant, store).code());
            for (Group group : order.groups()) {
                asked.add(group.supplier());
                group.lines()
                        .forEach(line -> keys.add(new InstructionKey(InstructionScope.PRODUCT, line.merchantSku())));
            }
        }
        Map<SupplierId, SupplierTerms> terms = suppliers.terms(merchant, List.copyOf(asked));
        terms.values().forEach(each -> keys.add(new InstructionKey(InstructionScope.SUPPLIER, each.code())));
        shown.values().forEach(code -> keys.add(new InstructionKey(InstructionScope.BRAND, code)));
        return new Holding(instructions.current(merchant, keys), terms, shown);
    }
}
