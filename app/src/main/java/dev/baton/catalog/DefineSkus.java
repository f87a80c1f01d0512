package dev.baton.catalog;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes SKUs known, or brings them to what the merchant states now. */
@Component
public final class DefineSkus {

    /** Most rows of one call; the transaction stays bounded. */
    public static final int MOST_ROWS = 5_000;

    private final Tenancy tenancy;
    private final Skus skus;
    private final SkuWords words;
    private final Ids ids;
    private final Audit audit;

    DefineSkus(Tenancy tenancy, Skus skus, SkuWords words, Ids ids, Audit audit) {
        this.tenancy = tenancy;
        this.skus = skus;
        this.words = words;
        this.ids = ids;
        this.audit = audit;
    }

    /**
     * Creates or changes the SKUs by their codes, all or none; only what differs is written. Answers their ids
     * in the order of the definitions. Opens or joins a transaction.
     *
     * @throws Problem {@link CatalogProblem#BATCH_TOO_LARGE}, {@link CatalogProblem#SKU_INVALID},
     *     {@link CatalogProblem#SKU_UNKNOWN} for a part, {@link CatalogProblem#BUNDLE_NESTED}
     */
    public List<SkuId> define(MerchantId merchant, List<SkuDefinition> definitions) {
        CatalogChecks.skus(definitions);
        return tenancy.inTransaction(merchant, () -> {
            Map<String, Sku> known = skus.lock(merchant, namedCodes(definitions));
            List<Sku> defined = defined(definitions, known);
            refuseNesting(merchant, definitions, defined, known);
            write(merchant, defined, known);
            return defined.stream().map(Sku::id).toList();
        });
    }

    private static Set<String> namedCodes(List<SkuDefinition> definitions) {
        Set<String> codes = new LinkedHashSet<>();
        for (SkuDefinition definition : definitions) {
            codes.add(definition.sku());
            definition.bundle().forEach(part -> codes.add(part.sku()));
        }
        return codes;
    }

    private List<Sku> defined(List<SkuDefinition> definitions, Map<String, Sku> known) {
        Map<String, SkuId> idByCode = new HashMap<>();
        known.forEach((code, sku) -> idByCode.put(code, sku.id()));
        definitions.forEach(each -> idByCode.computeIfAbsent(each.sku(), isNew -> new SkuId(ids.next())));
        List<Sku> defined = new ArrayList<>(definitions.size());
        for (int i = 0; i < definitions.size(); i++) {
            SkuDefinition each = definitions.get(i);
            defined.add(new Sku(
                    CatalogChecks.found(idByCode.get(each.sku()), each.sku(), "skus[" + i + "].sku"),
                    each.sku(),
                    each.title(),
                    each.weightGrams(),
                    !each.bundle().isEmpty(),
                    parts(each, idByCode, "skus[" + i + "].bundle"),
                    each.requiresShipping(),
                    gtin(each, known.get(each.sku())),
                    floor(known.get(each.sku()))));
        }
        return defined;
    }

    private static @Nullable Integer floor(@Nullable Sku before) {
        return before == null ? null : before.marginFloorBps();
    }

    private static @Nullable String gtin(SkuDefinition stated, @Nullable Sku before) {
        if (stated.gtin() != null) {
            return Gtin.of(stated.gtin());
        }
        return before == null ? null : before.gtin();
    }

    private static List<BundlePart> parts(SkuDefinition bundle, Map<String, SkuId> idByCode, String field) {
        List<BundlePart> parts = new ArrayList<>();
        for (int i = 0; i < bundle.bundle().size(); i++) {
            SkuDefinition.Part part = bundle.bundle().get(i);
            SkuId id = CatalogChecks.found(idByCode.get(part.sku()), part.sku(), field + "[" + i + "].sku");
            parts.add(new BundlePart(id, part.quantity()));
        }
        parts.sort(Comparator.comparing(part -> part.sku().value()));
        return parts;
    }

    /** A bundle is made of goods, and what is part of a bundle or offered by a supplier cannot become one. */
    private void refuseNesting(
            MerchantId merchant, List<SkuDefinition> definitions, List<Sku> defined, Map<String, Sku> known) {
        Map<SkuId, Sku> after = new HashMap<>();
        known.values().forEach(sku -> after.put(sku.id(), sku));
        defined.forEach(sku -> after.put(sku.id(), sku));
        Set<SkuId> newBundles = new HashSet<>();
        for (int i = 0; i < defined.size(); i++) {
            Sku sku = defined.get(i);
            for (BundlePart part : sku.parts()) {
                Sku goods = after.get(part.sku());
                if (goods != null && goods.bundle()) {
                    throw nested("skus[" + i + "].bundle", sku.code(), "its part " + goods.code() + " is a bundle");
                }
            }
            Sku before = known.get(sku.code());
            if (sku.bundle() && before != null && !before.bundle()) {
                newBundles.add(sku.id());
            }
        }
        Set<SkuId> taken = skus.partsOrOffered(merchant, newBundles);
        for (int i = 0; i < defined.size(); i++) {
            if (taken.contains(defined.get(i).id())) {
                throw nested(
                        "skus[" + i + "].bundle", definitions.get(i).sku(), "it has offers or is part of a bundle");
            }
        }
    }

    private static Problem nested(String field, String code, String why) {
        return new Problem(
                CatalogProblem.BUNDLE_NESTED, code + " cannot be a bundle of these parts: " + why + ".", field);
    }

    private void write(MerchantId merchant, List<Sku> defined, Map<String, Sku> known) {
        List<Sku> added = new ArrayList<>();
        List<Sku> changed = new ArrayList<>();
        for (Sku sku : defined) {
            Sku before = known.get(sku.code());
            if (before == null) {
                added.add(sku);
            } else if (!before.equals(sku)) {
                changed.add(sku);
            }
        }
        skus.insert(merchant, added);
        skus.update(merchant, changed);
        words.put(merchant, added, changed);
        List<AuditEntry> entries = new ArrayList<>();
        added.forEach(sku -> entries.add(entry(sku, null)));
        changed.forEach(sku -> entries.add(entry(sku, "DEFINED")));
        audit.record(merchant, entries);
    }

    private static AuditEntry entry(Sku sku, @Nullable String from) {
        return new AuditEntry("DefineSkus", "sku", sku.id().value(), from, "DEFINED", null);
    }
}
