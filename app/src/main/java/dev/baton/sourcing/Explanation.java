package dev.baton.sourcing;

import dev.baton.sourcing.Verdict.Chosen;
import dev.baton.sourcing.Verdict.DearerInTotal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Says a decision in words a merchant understands: who ships what, because of what, and why nobody else does. */
public final class Explanation {
    /** How the parties are called; asked while the words are made. */
    public interface Names {
        /** The supplier's name as the merchant knows it. */
        String supplier(UUID supplierId);

        /** The merchant's code of the SKU. */
        String sku(UUID skuId);
    }

    private final SourcingDecision decision;
    private final Names names;
    private final VerdictWords words;

    private Explanation(SourcingDecision decision, Names names) {
        this.decision = decision;
        this.names = names;
        this.words = new VerdictWords(decision.bookCurrency());
    }

    /** One sentence per line of the order, in English, then one about the total. */
    public static List<String> inWords(SourcingDecision decision, Names names) {
        return new Explanation(decision, names).sentences();
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        UUID told = null;
        for (Assignment assignment : decision.assignments()) {
            if (!assignment.lineId().equals(told)) {
                told = assignment.lineId();
                sentences.add(assigned(told));
            }
        }
        for (UnassignedLine line : decision.unassigned()) {
            sentences.add(unassigned(line));
        }
        sentences.add(total());
        return sentences;
    }

    private String assigned(UUID lineId) {
        List<Considered> offers = offersOf(lineId);
        List<Assignment> parts = decision.assignments().stream()
                .filter(assignment -> assignment.lineId().equals(lineId))
                .toList();
        List<Considered> losers = losers(offers);
        StringBuilder sentence = new StringBuilder();
        if (parts.size() == 2) {
            sentence.append(divided(parts, offers));
        } else {
            Assignment whole = parts.getFirst();
            sentence.append(nameOf(whole.origin(), offers))
                    .append(" ships ")
                    .append(units(whole.quantity(), whole.skuId()))
                    .append(tier(whole, offers))
                    .append(because(losers, offers));
            if (!losers.isEmpty() && losers.getFirst().verdict() instanceof DearerInTotal) {
                losers = losers.subList(1, losers.size());
            }
        }
        return sentence.append(skipped(losers, offers)).append('.').toString();
    }

    private String divided(List<Assignment> parts, List<Considered> offers) {
        Assignment first = parts.getFirst();
        Assignment second = parts.getLast();
        return nameOf(first.origin(), offers) + " ships " + first.quantity() + tier(first, offers) + " and "
                + nameOf(second.origin(), offers) + " " + second.quantity() + tier(second, offers) + " of "
                + units(first.quantity() + second.quantity(), first.skuId())
                + " because nobody could ship them all";
    }

    /** The price break that counts; nothing where none does. */
    private static String tier(Assignment assignment, List<Considered> offers) {
        return offers.stream()
                .filter(offer -> offer.offerId().equals(assignment.offerId()) && offer.pricedFrom() > 1)
                .map(offer -> " at its price from " + offer.pricedFrom() + " on")
                .findFirst()
                .orElse("");
    }

    /** The first loser is the closest: offers that could have shipped come first, by how much dearer they are. */
    private String because(List<Considered> losers, List<Considered> offers) {
        if (losers.isEmpty()) {
            return ": there is no other offer";
        }
        Considered closest = losers.getFirst();
        if (!(closest.verdict() instanceof DearerInTotal dearer)) {
            return " because nobody else could do as well";
        }
        String rival = nameOf(closest.origin(), offers);
        if (dearer.byMicros() == 0) {
            return " at the same total as " + rival + ", whose offer comes later in the fixed order";
        }
        String amount = words.money(dearer.byMicros());
        return dearer.proven()
                ? " because it is " + amount + " cheaper in total than " + rival
                : " because it is cheaper in total than " + rival + ", by " + amount + " at most";
    }

    private String unassigned(UnassignedLine line) {
        List<Considered> offers = offersOf(line.lineId());
        String head = "Nobody can ship " + units(line.quantity(), line.skuId()) + " now";
        return offers.isEmpty() ? head + ": no supplier offers it." : head + skipped(losers(offers), offers) + ".";
    }

    private String skipped(List<Considered> losers, List<Considered> offers) {
        StringBuilder clauses = new StringBuilder();
        for (Considered loser : losers) {
            clauses.append("; ").append(words.say(nameOf(loser.origin(), offers), loser.verdict()));
        }
        return clauses.toString();
    }

    private String total() {
        long goods = 0;
        long fees = 0;
        long shipping = 0;
        long penalties = decision.splitPenaltyMicros();
        for (GroupCost group : decision.groups()) {
            goods += group.goodsMicros();
            fees += group.feeMicros();
            shipping += group.shippingMicros();
            penalties += group.penaltyMicros();
        }
        int orders = decision.groups().size();
        String sum = "In total " + words.money(decision.totalMicros()) + " for " + orders
                + (orders == 1 ? " purchase order" : " purchase orders") + ": goods " + words.money(goods)
                + ", supplier fees " + words.money(fees) + ", shipping " + words.money(shipping) + ", penalties "
                + words.money(penalties) + ". ";
        return sum
                + (decision.exact()
                        ? "No plan that fills as many lines is cheaper."
                        : "A better plan could save " + words.money(decision.gapMicros()) + " at most.");
    }

    private List<Considered> offersOf(UUID lineId) {
        return decision.considered().stream()
                .filter(offer -> offer.lineId().equals(lineId))
                .toList();
    }

    private static List<Considered> losers(List<Considered> offers) {
        return offers.stream()
                .filter(offer -> !(offer.verdict() instanceof Chosen))
                .sorted(Comparator.comparingLong(
                        offer -> offer.verdict() instanceof DearerInTotal dearer ? dearer.byMicros() : Long.MAX_VALUE))
                .toList();
    }

    /** With the warehouse only where the supplier could ship the line from several. */
    private String nameOf(Origin origin, List<Considered> offers) {
        String name = names.supplier(origin.supplierId());
        boolean several = offers.stream()
                .map(Considered::origin)
                .anyMatch(other -> other.supplierId().equals(origin.supplierId()) && !other.equals(origin));
        return several ? name + " from " + origin.shipFrom() : name;
    }

    private String units(int quantity, UUID skuId) {
        return quantity + " × " + names.sku(skuId);
    }
}
