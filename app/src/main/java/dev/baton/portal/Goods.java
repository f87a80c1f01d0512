package dev.baton.portal;

import dev.baton.orders.OrderLineId;
import dev.baton.orders.OrderLookup;
import dev.baton.orders.ShipTo;
import dev.baton.platform.address.PostalAddress;
import dev.baton.portal.OrderPage.Change;
import dev.baton.portal.OrderPage.Line;
import dev.baton.portal.OrderPage.Recalled;
import dev.baton.portal.OrderPage.ShipToCard;
import dev.baton.portal.OrderPage.Wish;
import dev.baton.purchasing.AmendedFact;
import dev.baton.purchasing.AmendmentNotice;
import dev.baton.purchasing.CounterOffer;
import dev.baton.purchasing.CounterOfferLookup;
import dev.baton.purchasing.LineUnits;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.purchasing.ToldInstructions;
import dev.baton.suppliers.Instructions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is to be packed, and for whom; every method needs an open transaction of the merchant. */
@Component
class Goods {

    private final OrderLookup orders;
    private final PurchaseOrderLookup purchaseOrders;
    private final CounterOfferLookup counterOffers;
    private final RecallLookup recalls;

    Goods(
            OrderLookup orders,
            PurchaseOrderLookup purchaseOrders,
            CounterOfferLookup counterOffers,
            RecallLookup recalls) {
        this.orders = orders;
        this.purchaseOrders = purchaseOrders;
        this.counterOffers = counterOffers;
        this.recalls = recalls;
    }

    /** Units nothing is said about or that were put off. */
    static int open(PurchaseOrderLine line) {
        return line.units().unanswered() + line.units().backordered();
    }

    /** Only what packing and shipping need; null when the customer was erased or has no address. */
    @Nullable
    ShipToCard shipTo(OpenedLink link) {
        ShipTo shipTo = customer(link);
        PostalAddress address = shipTo == null ? null : shipTo.address();
        if (shipTo == null || address == null) {
            return null;
        }
        return new ShipToCard(
                label(link.words(), shipTo, address),
                "auto",
                address.phone(),
                link.order().shipMethod(),
                shipTo.giftMessage(),
                instructions(link));
    }

    /** What left although it was cancelled, and is still to be answered. */
    List<Recalled> recalls(OpenedLink link) {
        Map<Integer, String> titles = link.order().lines().stream()
                .collect(Collectors.toMap(PurchaseOrderLine::line, PurchaseOrderLine::title));
        return recalls.of(link.merchant(), link.order().id()).stream()
                .filter(recall -> recall.status() == Recall.Status.OPEN)
                .map(recall -> new Recalled(
                        recall.id().value().toString(),
                        link.words().at(recall.respondBy(), link.supplier().zone()),
                        recall.lines().stream()
                                .map(line -> line.quantity() + " × " + titles.get(line.line()))
                                .toList()))
                .toList();
    }

    /** What is to be shipped differently, each thing as it is wanted now; null when the customer's data was erased. */
    @Nullable
    Change change(OpenedLink link, AmendmentNotice notice) {
        ShipTo wanted = orders.shipTo(link.merchant(), List.of(notice.wanted().customerRecord()))
                .get(notice.wanted().customerRecord());
        PostalAddress address = wanted == null ? null : wanted.address();
        if (wanted == null || address == null) {
            return null;
        }
        Words words = link.words();
        List<Wish> wishes = new ArrayList<>();
        for (AmendedFact fact : notice.changes().stream().sorted().toList()) {
            switch (fact) {
                case COUNTRY, SHIP_TO ->
                    wishes.add(new Wish(words.say("amendment.to"), addressWithPhone(words, wanted, address)));
                case SHIP_METHOD ->
                    wishes.add(new Wish(
                            words.say("to.method"),
                            Objects.requireNonNullElse(notice.wanted().shipMethod(), words.say("amendment.none"))));
                case GIFT_MESSAGE ->
                    wishes.add(new Wish(
                            words.say("to.gift"),
                            Objects.requireNonNullElse(wanted.giftMessage(), words.say("amendment.none"))));
                case PROPERTIES -> wishes.addAll(properties(link, notice, wanted));
            }
        }
        return new Change(
                notice.id().value().toString(),
                words.at(notice.respondBy(), link.supplier().zone()),
                wishes.stream().distinct().toList());
    }

    private static String addressWithPhone(Words words, ShipTo shipTo, PostalAddress address) {
        String label = label(words, shipTo, address);
        return address.phone() == null ? label : label + "\n" + words.say("to.phone") + " " + address.phone();
    }

    private List<Wish> properties(OpenedLink link, AmendmentNotice notice, ShipTo wanted) {
        List<PurchaseOrderLine> lines = notice.wanted().lines();
        Map<OrderLineId, String> storeLines = orders.storeLines(
                link.merchant(),
                lines.stream().map(PurchaseOrderLine::orderLine).toList());
        return lines.stream()
                .map(line ->
                        new Wish(line.title(), String.join("\n", entered(wanted, storeLines.get(line.orderLine())))))
                .filter(wish -> !wish.text().isEmpty())
                .toList();
    }

    private static String label(Words words, ShipTo shipTo, PostalAddress address) {
        String name = address.name() == null && address.company() == null
                ? shipTo.customer().name()
                : address.name();
        String country = words.country(address.countryCode());
        return Stream.of(
                        name,
                        address.company(),
                        address.line1(),
                        address.line2(),
                        joined(address.postcode(), address.city()),
                        address.region(),
                        country)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String joined(@Nullable String postcode, @Nullable String city) {
        return Stream.of(postcode, city)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** In the words that held when it was planned. */
    private List<String> instructions(OpenedLink link) {
        return purchaseOrders
                .told(link.merchant(), link.order().id())
                .map(ToldInstructions::said)
                .orElseGet(link.supplier()::instructions)
                .said()
                .stream()
                .map(Instructions.Said::text)
                .toList();
    }

    private @Nullable ShipTo customer(OpenedLink link) {
        return orders.shipTo(link.merchant(), List.of(link.order().customerRecord()))
                .get(link.order().customerRecord());
    }

    List<Line> lines(OpenedLink link, List<PurchaseOrderLine> lines) {
        ShipTo shipTo = customer(link);
        Map<OrderLineId, String> storeLines = shipTo == null || shipTo.entered().isEmpty()
                ? Map.of()
                : orders.storeLines(
                        link.merchant(),
                        lines.stream().map(PurchaseOrderLine::orderLine).toList());
        List<CounterOffer> offers =
                counterOffers.of(link.merchant(), link.order().id());
        return lines.stream()
                .map(line -> new Line(
                        line.line(),
                        line.supplierSku(),
                        line.title(),
                        line.units().quantity() - line.units().cancelled(),
                        open(line),
                        line.units().owed(),
                        cost(link, line.unitCostMicros()),
                        story(link, line, offers),
                        entered(shipTo, storeLines.get(line.orderLine()))))
                .toList();
    }

    private static List<String> entered(@Nullable ShipTo shipTo, @Nullable String storeLine) {
        if (shipTo == null || storeLine == null) {
            return List.of();
        }
        return new TreeMap<>(shipTo.entered().getOrDefault(storeLine, Map.of()))
                .entrySet().stream()
                        .map(each -> each.getKey() + ": " + each.getValue())
                        .toList();
    }

    private static String cost(OpenedLink link, long micros) {
        return link.words().money(micros, link.order().currency());
    }

    /** What became of the units, and of the last other cost that was named for them. */
    private static List<String> story(OpenedLink link, PurchaseOrderLine line, List<CounterOffer> offers) {
        List<String> story = story(link.words(), line.units());
        offers.stream()
                .filter(offer -> offer.line() == line.line())
                .reduce((before, after) -> after)
                .flatMap(offer -> said(link, offer))
                .ifPresent(story::add);
        return story;
    }

    private static Optional<String> said(OpenedLink link, CounterOffer offer) {
        Words words = link.words();
        String named = cost(link, offer.namedMicros());
        return switch (offer.status()) {
            case OPEN ->
                Optional.of(words.say(
                        "cost.waits",
                        named,
                        words.at(
                                Objects.requireNonNull(offer.decideBy()),
                                link.supplier().zone())));
            case ACCEPTED -> Optional.of(words.say("cost.accepted", named));
            case REFUSED -> Optional.of(words.say("cost.refused", named, cost(link, offer.costMicros())));
            case REPLACED, WITHDRAWN -> Optional.empty();
        };
    }

    private static List<String> story(Words words, LineUnits units) {
        List<String> story = new ArrayList<>();
        add(story, words, "units.accepted", units.accepted() - units.shipped());
        if (units.backordered() > 0) {
            String later = words.say("units.backordered", units.backordered());
            story.add(
                    units.backorderedUntil() == null
                            ? later
                            : words.say("units.until", later, words.day(units.backorderedUntil())));
        }
        add(story, words, "units.shipped", units.shipped());
        add(story, words, "units.rejected", units.rejected());
        add(story, words, "units.cancelled", units.cancelled());
        add(story, words, "units.excess", units.excess());
        return story;
    }

    private static void add(List<String> story, Words words, String key, int units) {
        if (units > 0) {
            story.add(words.say(key, units));
        }
    }
}
