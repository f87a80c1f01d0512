package dev.baton.catalog;

import dev.baton.catalog.CostRows.Holding;
import dev.baton.catalog.PriceChecks.Usable;
import dev.baton.platform.MerchantId;
import dev.baton.platform.work.NewWork;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sorts usable rows of a price list against the offers as they are, and writes what follows unless they are only judged.
 * Every offer is locked, in the order of the ids. Needs an open transaction.
 */
@Component
class TakePriceRows {

    private final Offers offers;
    private final CostRows costs;
    private final PriceListParts parts;
    private final PriceRunRows listed;
    private final Recording recording;
    private final RecordPriceRows.WorkAndClock later;

    TakePriceRows(
            Offers offers,
            CostRows costs,
            PriceListParts parts,
            PriceRunRows listed,
            Recording recording,
            RecordPriceRows.WorkAndClock later) {
        this.offers = offers;
        this.costs = costs;
        this.parts = parts;
        this.listed = listed;
        this.recording = recording;
        this.later = later;
    }

    /** What rows that name no offer, or jump, are kept in, and by which rule. */
    @Component
    record PriceListParts(CostPolicies policies, CostProposals proposals, SupplierItems items) {}

    /** An item at a place. */
    record Item(String supplierSku, String shipFrom) {

        static Item of(PriceRow row) {
            return new Item(row.supplierSku(), row.shipFrom());
        }
    }

    /** What becomes of each row, in the order of {@link PriceChecks#usable}. */
    List<TakenRow> take(MerchantId merchant, SupplierTerms terms, List<Usable> rows, PriceStatement stated) {
        return new Run(merchant, terms, stated).take(rows);
    }

    /** One call's rows on their way. */
    private final class Run {

        private final MerchantId merchant;
        private final SupplierTerms terms;
        private final PriceStatement stated;
        private final Instant now = later.clock().instant();
        private final Map<Item, Offer> known = new HashMap<>();
        private final Set<Item> newer = new HashSet<>();
        private final Map<OfferId, Offer> wanted = new LinkedHashMap<>();
        private final Map<OfferId, Offer> before = new LinkedHashMap<>();
        private final Map<OfferId, Holding> own = new HashMap<>();
        private final Set<OfferId> asks = new HashSet<>();
        private final List<CostRows.New> kept = new ArrayList<>();
        private final List<CostProposals.New> asked = new ArrayList<>();
        private final List<Usable> unmatched = new ArrayList<>();
        private final Set<OfferId> settled = new LinkedHashSet<>();
        private Map<CostRows.Moment, Holding> planned = Map.of();

        Run(MerchantId merchant, SupplierTerms terms, PriceStatement stated) {
            this.merchant = merchant;
            this.terms = terms;
            this.stated = stated;
        }

        List<TakenRow> take(List<Usable> rows) {
            read(rows);
            int percent = parts.policies().jumpPercent(merchant, terms.id());
            List<TakenRow> taken = new ArrayList<>(rows.size());
            for (int i = 0; i < rows.size(); i++) {
                Usable row = rows.get(i);
                boolean passed = i + 1 < rows.size() && passes(rows.get(i + 1), row);
                taken.add(passed ? new TakenRow(row, PriceOutcome.SUPERSEDED, null) : sort(row, percent));
            }
            if (!stated.judged()) {
                write();
            }
            return taken;
        }

        /** The next row's day has come too: of two days in the past the later one counts. */
        private boolean passes(Usable next, Usable row) {
            return Item.of(next.row()).equals(Item.of(row.row()))
                    && !next.since().isAfter(now);
        }

        private void read(List<Usable> rows) {
            List<Item> items =
                    rows.stream().map(each -> Item.of(each.row())).distinct().toList();
            offers.lockItems(
                            merchant,
                            terms.id(),
                            items.stream().map(Item::supplierSku).distinct().toList())
                    .forEach(offer -> known.put(new Item(offer.supplierSku(), offer.shipFrom()), offer));
            List<CostRows.Moment> moments = new ArrayList<>();
            Set<OfferId> ids = new LinkedHashSet<>();
            for (Usable row : rows) {
                Offer offer = known.get(Item.of(row.row()));
                if (offer != null) {
                    ids.add(offer.id());
                    if (row.since().isAfter(now)) {
                        moments.add(new CostRows.Moment(offer.id(), row.since()));
                    }
                }
            }
            planned = costs.holding(merchant, moments);
            @Nullable PriceRunId run = stated.run();
            if (run != null) {
                newer.addAll(listed.listedLater(merchant, run, items));
                Set<OfferId> overtaken = costs.knownAfter(merchant, ids, stated.at());
                known.forEach((item, offer) -> {
                    if (overtaken.contains(offer.id())) {
                        newer.add(item);
                    }
                });
                asks.addAll(parts.proposals().askedBy(merchant, run, ids));
            }
        }

        private TakenRow sort(Usable each, int percent) {
            PriceRow row = each.row();
            @Nullable Offer offer = known.get(Item.of(row));
            if (newer.contains(Item.of(row))) {
                return new TakenRow(each, PriceOutcome.SUPERSEDED, offer == null ? null : offer.cost());
            }
            if (offer == null) {
                unmatched.add(each);
                return new TakenRow(each, PriceOutcome.UNMATCHED, null);
            }
            boolean ahead = each.since().isAfter(now);
            Cost is = ahead ? holds(offer, each.since()) : offer.cost();
            Cost to = row.over(is);
            boolean jumps = is.jumpsTo(to, percent) && !is.equals(to);
            if (jumps && !asks.add(offer.id())) {
                return new TakenRow(each, null, is);
            }
            boolean moved = terms(row, offer);
            if (jumps) {
                asked.add(new CostProposals.New(offer, is, to, ahead ? each.since() : now, stated.listed(each)));
                return new TakenRow(each, PriceOutcome.WAITING, is);
            }
            settled.add(offer.id());
            if (is.equals(to)) {
                return new TakenRow(each, moved ? PriceOutcome.APPLIED : PriceOutcome.UNCHANGED, is);
            }
            Instant from = ahead ? each.since() : now;
            kept.add(new CostRows.New(offer.id(), to, from, OfferCost.Source.PRICE_LIST, stated.listed(each)));
            own.put(offer.id(), new Holding(to, from));
            if (!ahead) {
                changes(offer, current(offer).costing(to));
            }
            return new TakenRow(each, ahead ? PriceOutcome.PLANNED : PriceOutcome.APPLIED, is);
        }

        /** What would hold at that time, by what is known and by the rows before this one. */
        private Cost holds(Offer offer, Instant at) {
            Holding stands =
                    planned.getOrDefault(new CostRows.Moment(offer.id(), at), new Holding(offer.cost(), Instant.MIN));
            @Nullable Holding mine = own.get(offer.id());
            return mine == null || mine.since().isBefore(stands.since()) ? stands.cost() : mine.cost();
        }

        private Offer current(Offer offer) {
            return wanted.getOrDefault(offer.id(), offer);
        }

        private void changes(Offer offer, Offer to) {
            before.putIfAbsent(offer.id(), offer);
            wanted.put(offer.id(), to);
        }

        /** Brings pack, least quantity and lead time to what the row says; true when that is something new. */
        private boolean terms(PriceRow row, Offer offer) {
            Offer is = current(offer);
            Offer to = is.sent(
                    Objects.requireNonNullElse(row.packSize(), is.packSize()),
                    Objects.requireNonNullElse(row.minimumQuantity(), is.minimumQuantity()),
                    Objects.requireNonNullElse(row.leadTimeDays(), is.leadTimeDays()));
            if (to.equals(is)) {
                return false;
            }
            changes(offer, to);
            return true;
        }

        private void write() {
            offers.update(merchant, List.copyOf(wanted.values()));
            costs.keep(merchant, kept, stated.at());
            costs.settle(
                    merchant, kept.stream().map(CostRows.New::offer).distinct().toList());
            List<OfferId> concerned = new ArrayList<>(parts.proposals().replaced(merchant, settled, stated.run(), now));
            asked.forEach(each -> concerned.add(each.offer().id()));
            parts.proposals().ask(merchant, terms.id(), asked, stated.run(), now);
            parts.proposals().tell(merchant, terms.id(), terms.name());
            parts.items().put(merchant, terms.id(), latest(unmatched), stated, now);
            Set<Instant> days = new TreeSet<>();
            kept.stream()
                    .map(CostRows.New::since)
                    .filter(day -> day.isAfter(now))
                    .forEach(days::add);
            later.work()
                    .add(
                            merchant,
                            days.stream()
                                    .map(day -> new NewWork(
                                            ApplyDueCosts.QUEUE, ApplyDueCosts.KIND, merchant.value(), day, false))
                                    .toList());
            recording.tell().asked(merchant, concerned);
            recording.tell().changed(merchant, before.values(), wanted.values());
        }

        /** An item that is no offer has one cost: the first that holds. */
        private static List<Usable> latest(List<Usable> rows) {
            Map<Item, Usable> byItem = new LinkedHashMap<>();
            rows.forEach(row -> byItem.putIfAbsent(Item.of(row.row()), row));
            return List.copyOf(byItem.values());
        }
    }
}
