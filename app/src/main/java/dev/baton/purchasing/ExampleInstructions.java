package dev.baton.purchasing;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.ToldInstructions.Gathering;
import dev.baton.suppliers.InstructionKey;
import dev.baton.suppliers.InstructionLookup;
import dev.baton.suppliers.InstructionScope;
import dev.baton.suppliers.InstructionVersion;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.SupplierTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the next purchase order would be told, for whoever writes instructions. Needs an open transaction. */
@Component
public class ExampleInstructions {

    private final InstructionLookup lookup;
    private final OrderInstructions ofOrders;
    private final ReadInstructions read;

    ExampleInstructions(InstructionLookup lookup, OrderInstructions ofOrders, ReadInstructions read) {
        this.lookup = lookup;
        this.ofOrders = ofOrders;
        this.read = read;
    }

    /**
     * What would be ordered.
     *
     * @param brand code of a brand
     * @param sku null = no product with words of its own
     * @param order null = none with words of its own
     */
    public record Wanted(
            String brand, @Nullable String sku, @Nullable SalesOrderId order) {}

    /** The words, in the order they are said. */
    public Instructions of(MerchantId merchant, SupplierTerms supplier, Wanted wanted) {
        List<InstructionKey> keys = new ArrayList<>();
        keys.add(new InstructionKey(InstructionScope.BRAND, wanted.brand()));
        if (wanted.sku() != null) {
            keys.add(new InstructionKey(InstructionScope.PRODUCT, wanted.sku()));
        }
        Map<InstructionKey, InstructionVersion> holding = lookup.current(merchant, keys);
        Gathering all = new Gathering().add(supplier.instructions(), "");
        for (InstructionKey key : keys) {
            InstructionVersion version = holding.get(key);
            if (version != null) {
                all.add(version.said(), key.scope() == InstructionScope.PRODUCT ? key.subject() + ": " : "");
            }
        }
        SalesOrderId order = wanted.order();
        if (order != null) {
            read.words(
                            merchant,
                            List.copyOf(
                                    ofOrders.newest(merchant, List.of(order)).values()))
                    .values()
                    .forEach(said -> all.add(said, ""));
        }
        return all.told().said();
    }
}
