package dev.baton.catalog;

import dev.baton.catalog.Mappings.Row;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Says what stores' SKUs are made of. Orders that stand keep what they were resolved to, but for lines that are held and
 * released by it.
 */
@Component
public final class DefineMappings {

    private final Tenancy tenancy;
    private final Mappings mappings;
    private final CatalogLookup catalog;
    private final Audit audit;
    private final ApplicationEventPublisher news;

    DefineMappings(
            Tenancy tenancy, Mappings mappings, CatalogLookup catalog, Audit audit, ApplicationEventPublisher news) {
        this.tenancy = tenancy;
        this.mappings = mappings;
        this.catalog = catalog;
        this.audit = audit;
        this.news = news;
    }

    /**
     * Replaces the mappings of these stores' SKUs and countries, all or none; one without parts is forgotten. Opens
     * or joins a transaction.
     *
     * @throws Problem {@link CatalogProblem#BATCH_TOO_LARGE}, {@link CatalogProblem#MAPPING_INVALID},
     *     {@link CatalogProblem#SKU_UNKNOWN}; {@link CommonProblem#CONFLICT} when another call maps the same SKU of
     *     the store at the same moment
     */
    public void define(MerchantId merchant, List<SkuMapping> wanted) {
        MappingChecks.mappings(wanted);
        if (wanted.isEmpty()) {
            return;
        }
        tenancy.run(merchant, () -> {
            List<Row> rows = rows(merchant, wanted);
            mappings.delete(merchant, wanted);
            try {
                mappings.insert(merchant, rows);
            } catch (DuplicateKeyException raced) {
                throw new Problem(
                        CommonProblem.CONFLICT, "Another call mapped one of these SKUs just now: send again.");
            }
            audit.record(merchant, wanted.stream().map(DefineMappings::entry).toList());
            news.publishEvent(new MappingsChanged(
                    merchant,
                    wanted.stream()
                            .map(mapping -> mapping.item().sku())
                            .distinct()
                            .toList()));
        });
    }

    private List<Row> rows(MerchantId merchant, List<SkuMapping> wanted) {
        Set<String> codes = new TreeSet<>();
        wanted.forEach(mapping -> mapping.parts().forEach(part -> codes.add(part.sku())));
        Map<String, Sku> known = catalog.skus(merchant, codes);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            SkuMapping mapping = wanted.get(i);
            for (int p = 0; p < mapping.parts().size(); p++) {
                SkuMapping.Part part = mapping.parts().get(p);
                Sku sku = known.get(part.sku());
                SkuId id = CatalogChecks.found(
                        sku == null ? null : sku.id(), part.sku(), "mappings[" + i + "].to[" + p + "].sku");
                rows.add(new Row(mapping.item(), mapping.country(), id, part.quantity()));
            }
        }
        return rows;
    }

    private static AuditEntry entry(SkuMapping mapping) {
        String key = mapping.item().store().value() + "/" + mapping.item().sku() + "/" + mapping.country();
        return new AuditEntry(
                "DefineMappings",
                "sku_mapping",
                UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)),
                null,
                mapping.parts().isEmpty() ? "FORGOTTEN" : "MAPPED",
                null);
    }
}
