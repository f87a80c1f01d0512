package dev.baton.catalog;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sets what is to be left of the price of some SKUs, where it is another share than the merchant's own. */
@Component
public final class SetMarginFloors {

    private static final int WHOLE_BPS = 10_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final CatalogLookup catalog;
    private final Audit audit;

    SetMarginFloors(Tenancy tenancy, JdbcClient jdbc, CatalogLookup catalog, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.audit = audit;
    }

    /**
     * A SKU's floor.
     *
     * @param bps hundredths of a per cent of the price; null = the merchant's floor holds
     */
    public record Floor(String sku, @Nullable Integer bps) {}

    /**
     * Sets them, all or none; orders that stand are not looked at again. Opens or joins a transaction.
     *
     * @throws Problem {@link CatalogProblem#SKU_UNKNOWN}, {@link CatalogProblem#SKU_INVALID},
     *     {@link CatalogProblem#BATCH_TOO_LARGE}
     */
    public void set(MerchantId merchant, List<Floor> floors) {
        if (floors.size() > DefineSkus.MOST_ROWS) {
            throw new Problem(
                    CatalogProblem.BATCH_TOO_LARGE, "Send at most " + DefineSkus.MOST_ROWS + " rows at a time.");
        }
        tenancy.run(merchant, () -> {
            Map<String, Sku> known = catalog.skus(merchant, Columns.of(floors, Floor::sku));
            List<SkuId> skus = new ArrayList<>();
            for (int i = 0; i < floors.size(); i++) {
                Floor floor = floors.get(i);
                Integer bps = floor.bps();
                if (bps != null && (bps < 0 || bps > WHOLE_BPS)) {
                    throw new Problem(
                            CatalogProblem.SKU_INVALID,
                            "floors[" + i + "].percent is not valid: use 0 to 100.",
                            "floors[" + i + "].percent");
                }
                Sku sku = known.get(floor.sku());
                skus.add(CatalogChecks.found(sku == null ? null : sku.id(), floor.sku(), "floors[" + i + "].sku"));
            }
            jdbc.sql("""
                    update sku set margin_floor_bps = f.bps
                    from unnest(:skus::uuid[], :floors::int[]) as f (id, bps)
                    where sku.merchant_id = :merchant and sku.sku_id = f.id
                    """)
                    .param("skus", SqlArrays.uuids(Columns.of(skus, SkuId::value)))
                    .param("floors", SqlArrays.ints(Columns.<Floor, @Nullable Integer>of(floors, Floor::bps)))
                    .param("merchant", merchant.value())
                    .update();
            audit.record(
                    merchant,
                    skus.stream()
                            .map(sku ->
                                    new AuditEntry("SetMarginFloors", "sku", sku.value(), "DEFINED", "DEFINED", null))
                            .toList());
        });
    }
}
