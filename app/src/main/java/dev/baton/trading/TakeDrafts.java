package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.shipping.PackingSlips;
import dev.baton.shipping.PackingSlips.Gathered;
import dev.baton.shipping.PackingSlips.Proposal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the mails of purchase orders and of changes to them among the drafts of a batch. Needs an open transaction. */
@Component
class TakeDrafts {

    private final BrandLookup brands;
    private final OrderLinks links;
    private final PackingSlips slips;

    TakeDrafts(BrandLookup brands, OrderLinks links, PackingSlips slips) {
        this.brands = brands;
        this.links = links;
        this.slips = slips;
    }

    /**
     * What a mail is wanted of.
     *
     * @param change null = the purchase order itself
     */
    record Wanted(PurchaseOrderFacts order, @Nullable AmendmentNotice change) {}

    /**
     * The bytes of each mail.
     *
     * @throws Undrafted when some have to be written first
     */
    Map<PurchaseOrderId, byte[]> take(MerchantId merchant, Collection<Wanted> wanted, Drafts drafts) {
        Map<StoreId, Brand> faces = new HashMap<>();
        Map<PurchaseOrderId, byte[]> taken = new HashMap<>();
        List<MailFacts> missing = new ArrayList<>();
        for (Wanted each : wanted) {
            PurchaseOrderId id = each.order().order().id();
            MailFacts mail = new MailFacts(
                    each.order(),
                    each.change(),
                    faces.computeIfAbsent(each.order().order().store(), store -> brands.ofStore(merchant, store)),
                    links.of(merchant, id, each.order().order().issuedAt()).orElse(null),
                    null);
            drafts.of(mail)
                    .ifPresentOrElse(
                            bytes -> taken.put(id, bytes), () -> missing.add(mail.with(gather(merchant, mail))));
        }
        if (!missing.isEmpty()) {
            throw new Undrafted(missing);
        }
        return taken;
    }

    private Gathered gather(MerchantId merchant, MailFacts mail) {
        PurchaseOrderId id = mail.order().order().id();
        String mark = mail.mark();
        return mark == null
                ? slips.gather(merchant, id)
                : slips.gather(
                        merchant,
                        id,
                        new Proposal(
                                mail.order().order().customerRecord(),
                                mail.order().order().lines(),
                                mark));
    }
}
