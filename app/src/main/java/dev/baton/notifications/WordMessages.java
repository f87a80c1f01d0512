package dev.baton.notifications;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.notifications.CustomerMail.Bought;
import dev.baton.notifications.CustomerMail.Choice;
import dev.baton.notifications.CustomerMail.Row;
import dev.baton.notifications.CustomerMail.Section;
import dev.baton.notifications.CustomerMail.Travel;
import dev.baton.notifications.CustomerOrder.Item;
import dev.baton.notifications.CustomerOrder.Parcel;
import dev.baton.notifications.CustomerOrder.ParcelState;
import dev.baton.notifications.CustomerOrder.Units;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.MailAddress;
import dev.baton.suppliers.SupplierLookup;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a message into words: of the store's brand, in the customer's language. Needs an open transaction. */
@Component
class WordMessages {

    static final String ERASED = "the customer's data was erased";

    private static final Duration LINK_LASTS = Duration.ofDays(365);

    private final Messages messages;
    private final ToldLosses losses;
    private final CustomerOrderLookup orders;
    private final CustomerQuestionLookup asked;
    private final BrandLookup brands;
    private final SupplierLookup suppliers;
    private final Links links;
    private final PublicUrl publicUrl;
    private final Clock clock;

    WordMessages(
            Messages messages,
            ToldLosses losses,
            CustomerOrderLookup orders,
            CustomerQuestionLookup asked,
            BrandLookup brands,
            SupplierLookup suppliers,
            Links links,
            PublicUrl publicUrl,
            Clock clock) {
        this.messages = messages;
        this.losses = losses;
        this.orders = orders;
        this.asked = asked;
        this.brands = brands;
        this.suppliers = suppliers;
        this.links = links;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** What wording came to. */
    sealed interface Wording {

        /**
         * What it says, to which address, and what it is called, such as {@code order.part_shipped}.
         *
         * @param order the order it speaks of, as it was when it was worded
         * @param facts what it tells
         */
        record Worded(CustomerMail mail, String address, String template, CustomerOrder order, List<EventFacts> facts)
                implements Wording {

            public Worded {
                facts = List.copyOf(facts);
            }
        }

        /** There is nobody to send it to, or nothing to say. */
        record Needless(String why) implements Wording {}
    }

    /** Where mails of the order go by now; empty = nowhere, or its person was erased. */
    Optional<MailAddress> address(MerchantId merchant, Message message) {
        CustomerFacts customer =
                orders.find(merchant, message.order()).orElseThrow().customer();
        return Optional.ofNullable(customer)
                .flatMap(known -> Optional.ofNullable(known.email()))
                .flatMap(address -> MailAddress.read(address.strip()));
    }

    Wording word(MerchantId merchant, Message message) {
        CustomerOrder order = orders.find(merchant, message.order()).orElseThrow();
        CustomerFacts customer = order.customer();
        if (customer == null) {
            return new Wording.Needless(ERASED);
        }
        String address = customer.email();
        if (address == null || address.isBlank()) {
            return new Wording.Needless("the store gave no mail address");
        }
        Brand brand = brands.ofStore(merchant, message.store());
        CustomerWords words = CustomerWords.of(customer.locale(), brand.language());
        List<EventFacts> facts = losses.standing(merchant, message, messages.facts(merchant, message.id()), order);
        Content content = content(merchant, message, order, words, facts);
        if (content.sections().isEmpty() && message.kind() != MessageKind.REFUNDED) {
            return new Wording.Needless("nothing is left to be told");
        }
        return new Wording.Worded(
                mail(merchant, order, brand, words, content), address, "order." + content.template(), order, facts);
    }

    private record Content(String template, Object[] parts, List<Section> sections, List<Travel> travels) {

        static Content of(String template, CustomerOrder order, List<Section> sections, List<Travel> travels) {
            return new Content(template, new Object[] {order.name()}, sections, travels);
        }
    }

    private Content content(
            MerchantId merchant, Message message, CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        return switch (message.kind()) {
            case CONFIRMED -> confirmed(order, words);
            case CANCELLED -> cancelled(order, words, facts, messages.toldBefore(merchant, message));
            case SHIPPED -> shipped(order, words, facts);
            case AFTER_ALL -> afterAll(order, words, facts);
            case DELIVERED -> delivered(order, words, facts);
            case LOST -> lost(order, words, facts);
            case FOUND -> found(order, words, facts);
            case DELAYED -> delayed(merchant, order, words, facts);
            case REFUNDED -> refunded(order, words, facts.getFirst());
            case ASKED -> asked(merchant, order, words);
        };
    }

    /** Who decided meanwhile has nothing left to ask. */
    private Content asked(MerchantId merchant, CustomerOrder order, CustomerWords words) {
        return asked.ofOrder(merchant, order.id())
                .filter(question -> question.open() && question.answer() == null)
                .map(question -> new Content(
                        "asked",
                        new Object[] {order.name(), question.repeats()},
                        sections(words.say("mail.asked.list"), left(order)),
                        List.of()))
                .orElseGet(() -> Content.of("asked", order, List.of(), List.of()));
    }

    private static Content confirmed(CustomerOrder order, CustomerWords words) {
        return Content.of("confirmed", order, sections(words.say("mail.confirmed.list"), left(order)), List.of());
    }

    private static List<Units> left(CustomerOrder order) {
        return order.items().stream()
                .filter(item -> item.ordered() > item.cancelled())
                .map(item -> new Units(item, item.ordered() - item.cancelled()))
                .toList();
    }

    /** The sums of an earlier message are taken off: each cancelled unit is told once. */
    private static Content cancelled(
            CustomerOrder order, CustomerWords words, List<EventFacts> facts, List<EventFacts> before) {
        Map<UUID, Integer> told = most(before);
        Map<UUID, Integer> now = most(facts);
        List<Units> units = new ArrayList<>();
        for (Item item : order.items()) {
            UUID line = item.id().value();
            int fresh = now.getOrDefault(line, 0) - told.getOrDefault(line, 0);
            if (fresh > 0) {
                units.add(new Units(item, fresh));
            }
        }
        boolean all = order.items().stream().allMatch(item -> item.cancelled() == item.ordered());
        String template = all ? "cancelled" : "part_cancelled";
        List<Section> sections = new ArrayList<>(sections(words.say("mail." + template + ".list"), units));
        if (!units.isEmpty()) {
            sections.addAll(rest(words.say("mail.also"), order.toCome()));
        }
        return Content.of(template, order, sections, List.of());
    }

    private static Map<UUID, Integer> most(List<EventFacts> facts) {
        Map<UUID, Integer> most = new HashMap<>();
        facts.forEach(each -> each.units().forEach(units -> most.merge(units.line(), units.quantity(), Math::max)));
        return most;
    }

    private static Content shipped(CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        String template = order.toCome().isEmpty() ? "shipped" : "part_shipped";
        List<Section> sections =
                new ArrayList<>(sections(words.say("mail." + template + ".list"), units(order, facts)));
        sections.addAll(rest(words.say("mail.also"), order.toCome()));
        return Content.of(template, order, sections, travels(order, words, facts));
    }

    private static Content afterAll(CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        return Content.of(
                "after_all",
                order,
                sections(words.say("mail.after_all.list"), units(order, facts)),
                travels(order, words, facts));
    }

    private static Content delivered(CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        List<Section> sections = new ArrayList<>(sections(words.say("mail.delivered.list"), units(order, facts)));
        List<Units> moving = order.parcels().stream()
                .filter(parcel -> parcel.state() != ParcelState.DELIVERED && parcel.state() != ParcelState.LOST)
                .flatMap(parcel -> parcel.units().stream())
                .toList();
        sections.addAll(rest(words.say("mail.moving"), moving));
        sections.addAll(rest(words.say("mail.also"), order.toCome()));
        return Content.of("delivered", order, sections, List.of());
    }

    /** Only what is missing: the rest of the order is another matter. */
    private static Content lost(CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        return Content.of("lost", order, sections(words.say("mail.lost.list"), units(order, facts)), List.of());
    }

    /** Of parcels that turned up only to go back to their sender nothing arrives. */
    private static Content found(CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        List<UUID> back = order.parcels().stream()
                .filter(parcel -> parcel.state() == ParcelState.GOING_BACK)
                .map(parcel -> parcel.id().value())
                .toList();
        Map<Boolean, List<EventFacts>> parted =
                facts.stream().collect(Collectors.partitioningBy(each -> back.contains(each.parcel())));
        List<Section> sections = new ArrayList<>(
                sections(words.say("mail.found.list"), units(order, parted.getOrDefault(false, List.of()))));
        String template = sections.isEmpty() ? "found_back" : "found";
        sections.addAll(
                sections(words.say("mail.found_back.list"), units(order, parted.getOrDefault(true, List.of()))));
        return Content.of(template, order, sections, travels(order, words, facts));
    }

    /** Days away that were taken back meanwhile put nothing off, nor do they units that left or were cancelled. */
    private Content delayed(MerchantId merchant, CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        List<EventFacts> standing = facts.stream()
                .filter(each -> each.closure() != null
                        && suppliers.byClosure(merchant, each.closure()).isPresent())
                .toList();
        LocalDate day = standing.stream()
                .map(EventFacts::day)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        List<Units> units = units(order, standing).stream()
                .map(each -> new Units(
                        each.item(), Math.min(each.quantity(), each.item().toCome())))
                .filter(each -> each.quantity() > 0)
                .toList();
        return new Content(
                "delayed",
                new Object[] {order.name(), words.day(day)},
                sections(words.say("mail.delayed.list"), units),
                List.of());
    }

    private static Content refunded(CustomerOrder order, CustomerWords words, EventFacts facts) {
        String amount =
                words.money(Objects.requireNonNull(facts.amountMinor()), Objects.requireNonNull(facts.currency()));
        return new Content("refunded", new Object[] {order.name(), amount}, List.of(), List.of());
    }

    private static List<Units> units(CustomerOrder order, List<EventFacts> facts) {
        Map<UUID, Integer> sums = new HashMap<>();
        facts.forEach(each -> each.units().forEach(units -> sums.merge(units.line(), units.quantity(), Integer::sum)));
        return order.items().stream()
                .filter(item -> sums.containsKey(item.id().value()))
                .map(item -> new Units(item, sums.getOrDefault(item.id().value(), 0)))
                .toList();
    }

    private static List<Section> sections(String title, List<Units> units) {
        return units.isEmpty() ? List.of() : List.of(new Section(title, true, goods(units)));
    }

    private static List<Section> rest(String title, List<Units> units) {
        return units.isEmpty() ? List.of() : List.of(new Section(title, false, goods(units)));
    }

    private static List<Bought> goods(List<Units> units) {
        return CustomerOrder.bySet(units).stream()
                .map(bought -> new Bought(
                        bought.set(),
                        bought.units().stream()
                                .map(each -> new Row(
                                        each.item().storeLineId(), each.item().title(), each.quantity()))
                                .toList()))
                .toList();
    }

    private static List<Travel> travels(CustomerOrder order, CustomerWords words, List<EventFacts> facts) {
        List<Travel> travels = new ArrayList<>();
        for (Parcel parcel : order.parcels()) {
            boolean told = facts.stream().anyMatch(each -> parcel.id().value().equals(each.parcel()));
            if (told && !parcel.number().isEmpty()) {
                String carrier = parcel.carrier();
                travels.add(new Travel(
                        carrier == null
                                ? words.say("mail.tracking.number", parcel.number())
                                : words.say("mail.tracking", carrier, parcel.number()),
                        parcel.url()));
            }
        }
        return travels;
    }

    private CustomerMail mail(
            MerchantId merchant, CustomerOrder order, Brand brand, CustomerWords words, Content content) {
        String key = "mail." + content.template();
        Object[] parts = content.parts();
        CustomerFacts customer = Objects.requireNonNull(order.customer());
        String name = customer.name();
        boolean asks = content.template().equals("asked");
        String handle = publicUrl.isKnown() ? handle(merchant, order, asks) : "";
        return new CustomerMail(
                words,
                brand,
                order.name(),
                words.say(key + ".subject", parts),
                words.say(key + ".title", parts.length > 1 ? parts[1] : parts[0]),
                name == null || name.isBlank() ? words.say("mail.hello.nobody") : words.say("mail.hello", name),
                words.say(key + ".text", parts),
                content.sections(),
                content.travels(),
                asks ? choices(words, order.name(), say -> url(handle, "?say=" + say)) : List.of(),
                asks ? null : url(handle, ""),
                questions(brand, words));
    }

    private String handle(MerchantId merchant, CustomerOrder order, boolean asks) {
        return links.sign(
                merchant,
                LinkPurpose.TRACKING,
                order.id().value(),
                asks ? TrackingLink.LOOK | TrackingLink.ANSWER : TrackingLink.LOOK,
                clock.instant().plus(LINK_LASTS));
    }

    private @Nullable String url(String handle, String query) {
        return publicUrl.of("/o/" + handle + query).map(URI::toString).orElse(null);
    }

    /** The two answers to whether an order was meant that looks like a repeat. */
    static List<Choice> choices(CustomerWords words, String order, Function<String, @Nullable String> url) {
        return List.of(
                new Choice(words.say("answer.both"), url.apply(TrackingLink.SAY_BOTH)),
                new Choice(words.say("answer.cancel", order), url.apply(TrackingLink.SAY_CANCEL)));
    }

    /** Where the customer asks. */
    static String questions(Brand brand, CustomerWords words) {
        if (brand.replyTo() != null) {
            return words.say("mail.questions");
        }
        if (brand.supportEmail() != null) {
            return words.say("mail.questions.support", brand.supportEmail());
        }
        return Optional.ofNullable(brand.supportUrl())
                .map(url -> words.say("mail.questions.site", url))
                .orElseGet(() -> words.say("mail.questions"));
    }
}
