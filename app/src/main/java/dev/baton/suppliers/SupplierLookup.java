package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The suppliers and their terms as they stand. Every call needs an open transaction of the merchant and costs
 * one short statement while nothing has changed.
 */
@Component
public final class SupplierLookup {

    private final SupplierSnapshots snapshots;

    SupplierLookup(SupplierSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    /** The terms of the given suppliers; one that is not this merchant's is left out. */
    public Map<SupplierId, SupplierTerms> terms(MerchantId merchant, Collection<SupplierId> suppliers) {
        Map<SupplierId, SupplierTerms> known =
                snapshots.of(merchant).map(SupplierSnapshots.Snapshot::terms).orElse(Map.of());
        Map<SupplierId, SupplierTerms> found = new HashMap<>();
        for (SupplierId supplier : suppliers) {
            SupplierTerms terms = known.get(supplier);
            if (terms != null) {
                found.put(supplier, terms);
            }
        }
        return found;
    }

    /** The supplier the merchant calls by that code. */
    public Optional<SupplierTerms> byCode(MerchantId merchant, String code) {
        return snapshots
                .of(merchant)
                .flatMap(snapshot -> Optional.ofNullable(snapshot.byCode().get(code)));
    }

    /** The supplier that declared the closure; empty when it was taken back. */
    public Optional<SupplierTerms> byClosure(MerchantId merchant, UUID closure) {
        return all(merchant).stream()
                .filter(terms -> terms.hours().closures().stream()
                        .anyMatch(each -> each.id().equals(closure)))
                .findFirst();
    }

    /** All suppliers of the merchant, in the order of their codes. */
    public List<SupplierTerms> all(MerchantId merchant) {
        return snapshots
                .of(merchant)
                .<List<SupplierTerms>>map(
                        snapshot -> new ArrayList<>(snapshot.terms().values()))
                .orElse(List.of());
    }
}
