package dev.baton.trading;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.ReadyToSend;
import dev.baton.shipping.PackingSlips;
import dev.baton.shipping.PackingSlips.Gathered;
import dev.baton.shipping.PackingSlips.Proposal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the mails of purchase orders and of changes to them among the drafts of a batch. Needs an open transaction. */
@Component
class TakeDrafts {

    private final BrandLookup brands;
    private final OrderLinks links;
    private final PackingSlips slips;
    private final Clock clock;

    TakeDrafts(BrandLookup brands, OrderLinks links, PackingSlips slips, Clock clock) {
        this.brands = brands;
        this.links = links;
        this.slips = slips;
        this.clock = clock;
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
        Instant now = clock.instant();
        Map<PurchaseOrderId, String> addresses = links.of(
                merchant,
                wanted.stream()
                        .map(each -> each.order().order())
                        .collect(Collectors.toMap(
                                ReadyToSend::id, order -> OrderLinks.from(order.issuedAt(), now), (one, same) -> one)));
        Map<PurchaseOrderId, byte[]> taken = new HashMap<>();
        List<MailFacts> missing = new ArrayList<>();
        for (Wanted each : wanted) {
            ReadyToSend order = each.order().order();
            MailFacts mail = new MailFacts(
                    each.order(),
                    each.change(),
                    faces.computeIfAbsent(order.store(), store -> brands.ofStore(merchant, store)),
                    addresses.get(order.id()),
                    null);
            drafts.of(mail).ifPresentOrElse(bytes -> taken.put(order.id(), bytes), () -> missing.add(mail));
        }
        if (!missing.isEmpty()) {
            throw new Undrafted(withSlips(merchant, missing));
        }
        return taken;
    }

    private List<MailFacts> withSlips(MerchantId merchant, List<MailFacts> mails) {
        Map<PurchaseOrderId, Optional<Proposal>> wanted = new LinkedHashMap<>();
        mails.forEach(mail -> wanted.put(mail.order().order().id(), proposal(mail)));
        Map<PurchaseOrderId, Gathered> gathered = slips.gather(merchant, wanted);
        return mails.stream()
                .map(mail -> mail.with(
                        Objects.requireNonNull(gathered.get(mail.order().order().id()))))
                .toList();
    }

    private static Optional<Proposal> proposal(MailFacts mail) {
        return Optional.ofNullable(mail.mark())
                .map(mark -> new Proposal(
                        mail.order().order().customerRecord(),
                        mail.order().order().lines(),
                        mark));
    }
}
