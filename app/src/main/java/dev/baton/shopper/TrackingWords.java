package dev.baton.shopper;

import dev.baton.merchants.Brand;
import dev.baton.notifications.CustomerOrder;
import dev.baton.notifications.CustomerOrder.AddressChange;
import dev.baton.notifications.CustomerOrder.Destination;
import dev.baton.notifications.CustomerOrder.Parcel;
import dev.baton.notifications.CustomerOrder.ParcelState;
import dev.baton.notifications.CustomerOrder.Scan;
import dev.baton.notifications.CustomerWords;
import dev.baton.platform.address.PostalAddress;
import dev.baton.shopper.TrackingView.Bought;
import dev.baton.shopper.TrackingView.Event;
import dev.baton.shopper.TrackingView.Goods;
import dev.baton.shopper.TrackingView.Group;
import dev.baton.shopper.TrackingView.Help;
import dev.baton.shopper.TrackingView.ParcelCard;
import dev.baton.shopper.TrackingView.Place;
import dev.baton.shopper.TrackingView.Question;
import dev.baton.shopper.TrackingView.Units;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in a customer's words how an order stands; times are of the store's zone.
 *
 * @param today the store's day
 * @param room how much of a long order is shown
 */
record TrackingWords(CustomerWords words, ZoneId zone, LocalDate today, PageRoom room) {

    private static final int STEPS = 4;

    TrackingView view(Frame frame, Brand brand, CustomerOrder order, @Nullable Question question, String all) {
        List<ParcelCard> cards = new ArrayList<>();
        for (Parcel parcel : order.parcels()) {
            cards.add(card(parcel, cards.size() + 1, order.parcels().size()));
        }
        List<Group> groups = new ArrayList<>();
        boolean wrote = brand.replyTo() != null || brand.supportEmail() != null;
        group(groups, "toCome", wrote ? "page.toCome.why" : "page.toCome.quiet", order.toCome());
        group(groups, "otherwise", "page.otherwise.why", order.otherwiseUnits());
        group(groups, "cancelled", "page.cancelled.why", order.cancelledUnits());
        return new TrackingView(
                frame,
                words.say(question != null && question.by() != null ? "ask.heading" : heading(order)),
                words.say("page.ordered", words.day(order.orderedAt(), zone)),
                question,
                order.parcels().isEmpty() && order.toCome().isEmpty()
                        ? List.of()
                        : order.goesTo().stream().map(this::place).toList(),
                cards,
                groups,
                help(brand, order),
                all);
    }

    private void group(List<Group> groups, String id, String why, List<CustomerOrder.Units> units) {
        if (!units.isEmpty()) {
            groups.add(new Group(id, words.say("page." + id), words.say(why), shown(units)));
        }
    }

    private Goods shown(List<CustomerOrder.Units> units) {
        int rows = Math.min(room.goods(), units.size());
        int left = units.size() - rows;
        return new Goods(goods(units.subList(0, rows)), left == 0 ? null : words.say("page.more", left));
    }

    private List<Bought> goods(List<CustomerOrder.Units> units) {
        return CustomerOrder.bySet(units).stream()
                .map(bought ->
                        new Bought(bought.set() == null ? null : words.say("set", bought.set()), units(bought.units())))
                .toList();
    }

    private List<Units> units(List<CustomerOrder.Units> units) {
        return units.stream()
                .map(each -> new Units(each.item().title(), words.say("times", each.quantity())))
                .toList();
    }

    private static String heading(CustomerOrder order) {
        boolean open = !order.toCome().isEmpty();
        long arrived = order.parcels().stream()
                .filter(parcel -> parcel.state() == ParcelState.DELIVERED)
                .count();
        if (order.parcels().isEmpty()) {
            if (open) {
                return "sum.preparing";
            }
            return order.otherwiseUnits().isEmpty() ? "sum.cancelled" : "sum.done";
        }
        if (order.complete()) {
            return "sum.complete";
        }
        if (arrived > 0) {
            return "sum.partDelivered";
        }
        if (order.parcels().stream().noneMatch(parcel -> comes(parcel.state()))) {
            boolean lost = order.parcels().stream().allMatch(parcel -> parcel.state() == ParcelState.LOST);
            return lost && !open ? "sum.lost" : "sum.trouble";
        }
        return open ? "sum.part" : "sum.way";
    }

    /** Whether a parcel is on its way to the customer, or there. */
    private static boolean comes(ParcelState state) {
        return switch (state) {
            case LOST, GOING_BACK -> false;
            case UNTRACKED, UNSEEN, LABEL, ON_ITS_WAY, QUIET, TROUBLE, FOUND, OUT_FOR_DELIVERY, DELIVERED -> true;
        };
    }

    private Place place(Destination destination) {
        String to = nameAndTown(destination.to());
        String change = destination.change() == AddressChange.NONE
                ? null
                : words.say("page.change." + destination.change().name());
        PostalAddress wanted = destination.wanted();
        String instead = wanted == null ? "" : nameAndTown(wanted);
        return new Place(to, change, instead.isEmpty() || instead.equals(to) ? null : instead);
    }

    private static String nameAndTown(PostalAddress address) {
        return Stream.of(address.name(), address.city())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private ParcelCard card(Parcel parcel, int number, int of) {
        String carrier = parcel.carrier();
        return new ParcelCard(
                of == 1 ? words.say("page.parcel.only") : words.say("page.parcel", number, of),
                words.say("state." + parcel.state().name(), words.day(parcel.stateAt(), zone)),
                mark(parcel.state()),
                steps(parcel.state()),
                estimate(parcel),
                carrier,
                parcel.number(),
                parcel.url(),
                words.say("page.follow", carrier == null ? words.say("page.follow.plain") : carrier),
                shown(parcel.units()),
                events(parcel),
                parcel.scans().size() <= room.scans()
                        ? null
                        : words.say("page.earlier", parcel.scans().size() - room.scans()),
                of == 1);
    }

    /** The day the carrier named, for as long as it may still be meant. */
    private @Nullable String estimate(Parcel parcel) {
        LocalDate day = parcel.estimate();
        return day == null || day.isBefore(today) || !isOnTime(parcel.state())
                ? null
                : words.say("page.estimate", words.day(day));
    }

    private static boolean isOnTime(ParcelState state) {
        return switch (state) {
            case UNSEEN, LABEL, ON_ITS_WAY, OUT_FOR_DELIVERY -> true;
            case UNTRACKED, DELIVERED, TROUBLE, GOING_BACK, QUIET, LOST, FOUND -> false;
        };
    }

    private static String mark(ParcelState state) {
        return switch (state) {
            case DELIVERED -> "done";
            case TROUBLE, GOING_BACK, LOST -> "bad";
            case QUIET, LABEL, UNSEEN -> "wait";
            case UNTRACKED, ON_ITS_WAY, OUT_FOR_DELIVERY, FOUND -> "way";
        };
    }

    /** None where the way cannot be told as steps: no number, trouble, or the way back. */
    private static int steps(ParcelState state) {
        return switch (state) {
            case UNTRACKED, TROUBLE, GOING_BACK, LOST, FOUND -> 0;
            case UNSEEN, LABEL -> 1;
            case ON_ITS_WAY, QUIET -> 2;
            case OUT_FOR_DELIVERY -> 3;
            case DELIVERED -> STEPS;
        };
    }

    private List<Event> events(Parcel parcel) {
        List<Event> events = new ArrayList<>();
        Instant found = parcel.foundAt();
        for (Scan scan :
                parcel.scans().subList(0, Math.min(room.scans(), parcel.scans().size()))) {
            if (found != null && found.isAfter(scan.at())) {
                events.add(turnedUp(found, events.isEmpty()));
                found = null;
            }
            events.add(new Event(
                    words.say("scan." + scan.code().name()),
                    detail(scan),
                    words.moment(scan.at(), zone),
                    events.isEmpty()));
        }
        if (found != null && parcel.scans().size() <= room.scans()) {
            events.add(turnedUp(found, events.isEmpty()));
        }
        events.add(new Event(words.say("scan.sent"), null, words.day(parcel.sentAt(), zone), events.isEmpty()));
        return events;
    }

    private Event turnedUp(Instant at, boolean latest) {
        return new Event(words.say("scan.found"), null, words.moment(at, zone), latest);
    }

    private static @Nullable String detail(Scan scan) {
        String detail = Stream.of(scan.text(), scan.place())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
        return detail.isEmpty() ? null : detail;
    }

    private Help help(Brand brand, CustomerOrder order) {
        String mail = brand.supportEmail() != null ? brand.supportEmail() : brand.replyTo();
        String how = mail == null && brand.supportUrl() == null
                ? words.say("page.help.none")
                : words.say("page.help.how", order.name());
        return new Help(
                how,
                mail == null ? null : words.say("page.help.mail"),
                mail == null ? null : "mailto:" + mail + "?subject=" + encoded(words.say("mail.order", order.name())),
                brand.supportUrl());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
