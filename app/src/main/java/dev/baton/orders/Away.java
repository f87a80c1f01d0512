package dev.baton.orders;

import dev.baton.catalog.Offer;
import dev.baton.platform.MerchantId;
import dev.baton.sourcing.Assignment;
import dev.baton.sourcing.Sourcing;
import dev.baton.sourcing.SourcingDecision;
import dev.baton.sourcing.SourcingPolicy;
import dev.baton.sourcing.SourcingRequest;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierTerms;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the closures of a batch's suppliers mean for it: later dates, nothing for those that get nothing while they are
 * away, and another way where one is enough days faster.
 */
final class Away {

    private final Map<SupplierId, SupplierTerms> closing;
    private final Map<SupplierId, AwayPolicy> policies;
    private final Instant now;

    private Away(Map<SupplierId, SupplierTerms> closing, Map<SupplierId, AwayPolicy> policies, Instant now) {
        this.closing = closing;
        this.policies = policies;
        this.now = now;
    }

    /** Costs a statement only where a closure of one of them is not over. */
    static Away of(MerchantId merchant, Collection<SupplierTerms> suppliers, SetAwayPolicy policies, Instant now) {
        Map<SupplierId, SupplierTerms> closing = suppliers.stream()
                .filter(terms -> terms.hours().closures().stream()
                        .anyMatch(closure -> !closure.until().isBefore(today(terms, now))))
                .collect(Collectors.toMap(SupplierTerms::id, terms -> terms));
        return new Away(closing, policies.of(merchant, closing.keySet()), now);
    }

    private static LocalDate today(SupplierTerms terms, Instant now) {
        return LocalDate.ofInstant(now, terms.zone());
    }

    /** The offer's lead time with the days its supplier is away. */
    int leadTimeDays(Offer offer) {
        return offer.leadTimeDays() + delay(offer.supplier(), offer.leadTimeDays());
    }

    private int delay(SupplierId supplier, int leadTimeDays) {
        SupplierTerms terms = closing.get(supplier);
        return terms == null ? 0 : terms.hours().delayDays(today(terms, now), leadTimeDays);
    }

    /** Whether the supplier is away now and gets nothing until it is back. */
    static boolean stops(SupplierTerms terms, AwayPolicy policy, Instant now) {
        return policy.kind() == AwayPolicy.Kind.STOP && terms.hours().isClosed(now, terms.zone());
    }

    /** Suppliers that get nothing while they are away, and why. */
    Map<UUID, String> stopped() {
        return away(AwayPolicy.Kind.STOP);
    }

    /** The same in words, for the given offers: who could ship but gets nothing yet; empty when none does. */
    List<String> stoppedOf(Collection<Offer> offers) {
        Map<UUID, String> stopped = stopped();
        return stopped.isEmpty()
                ? List.of()
                : offers.stream()
                        .map(Offer::supplier)
                        .distinct()
                        .filter(supplier -> stopped.containsKey(supplier.value()))
                        .map(closing::get)
                        .filter(terms -> terms != null && !terms.paused())
                        .map(terms -> terms.name() + " is away until " + lastDay(terms))
                        .sorted()
                        .toList();
    }

    /** Suppliers that are away now and have that policy, with words. */
    private Map<UUID, String> away(AwayPolicy.Kind kind) {
        Map<UUID, String> away = new HashMap<>();
        closing.forEach((id, terms) -> {
            AwayPolicy policy = policies.getOrDefault(id, AwayPolicy.LATER);
            if (policy.kind() == kind && terms.hours().isClosed(now, terms.zone())) {
                away.put(id.value(), "it is away until " + lastDay(terms));
            }
        });
        return away;
    }

    private LocalDate lastDay(SupplierTerms terms) {
        LocalDate today = today(terms, now);
        return terms.hours().closures().stream()
                .filter(closure ->
                        !closure.from().isAfter(today) && !closure.until().isBefore(today))
                .map(closure -> closure.until())
                .max(LocalDate::compareTo)
                .orElse(today);
    }

    /**
     * Plans with those that are away, and without those of them that give way to a faster one: the latter stands where it
     * leaves no more lines without a supplier, and each line that goes elsewhere is handed over enough days sooner.
     */
    SourcingDecision plan(SourcingRequest request) {
        SourcingDecision with = Sourcing.plan(request);
        Map<UUID, String> giveWay = away(AwayPolicy.Kind.REROUTE);
        boolean concerned = with.assignments().stream()
                .anyMatch(each -> giveWay.containsKey(each.origin().supplierId()));
        if (!concerned) {
            return with;
        }
        SourcingDecision without = Sourcing.plan(blocking(request, giveWay));
        return without.unassigned().size() <= with.unassigned().size() && isFaster(request, with, without)
                ? without
                : with;
    }

    private static SourcingRequest blocking(SourcingRequest request, Map<UUID, String> blocked) {
        SourcingPolicy policy = request.policy();
        Map<UUID, String> all = new HashMap<>(policy.blockedSuppliers());
        all.putAll(blocked);
        return new SourcingRequest(
                request.destination(),
                request.demands(),
                request.candidates(),
                request.terms(),
                request.rates(),
                new SourcingPolicy(
                        policy.maySplitLine(),
                        policy.splitPenaltyMinor(),
                        policy.leadDayPenaltyMinor(),
                        policy.reliability(),
                        policy.nodeLimit(),
                        all),
                request.carriers());
    }

    private boolean isFaster(SourcingRequest request, SourcingDecision with, SourcingDecision without) {
        Map<UUID, Integer> leads = new HashMap<>();
        request.candidates()
                .values()
                .forEach(all -> all.forEach(each -> leads.put(each.offerId(), each.leadTimeDays())));
        Map<UUID, Integer> other = slowest(without, leads);
        List<Boolean> faster = new ArrayList<>();
        for (Assignment each : with.assignments()) {
            SupplierId supplier = new SupplierId(each.origin().supplierId());
            AwayPolicy policy = policies.getOrDefault(supplier, AwayPolicy.LATER);
            if (policy.kind() == AwayPolicy.Kind.REROUTE && closing.containsKey(supplier)) {
                int late = leads.getOrDefault(each.offerId(), 0);
                faster.add(other.getOrDefault(each.lineId(), Integer.MAX_VALUE) <= late - policy.fasterDays());
            }
        }
        return !faster.contains(false);
    }

    private static Map<UUID, Integer> slowest(SourcingDecision decision, Map<UUID, Integer> leads) {
        Map<UUID, Integer> slowest = new HashMap<>();
        decision.assignments()
                .forEach(each -> slowest.merge(each.lineId(), leads.getOrDefault(each.offerId(), 0), Math::max));
        return slowest;
    }
}
