package dev.baton.portal;

import dev.baton.carriers.Carrier;
import dev.baton.carriers.Carriers;
import dev.baton.merchants.MerchantLookup;
import dev.baton.orders.StoreReason;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import dev.baton.portal.OrderPage.Away;
import dev.baton.portal.OrderPage.Change;
import dev.baton.portal.OrderPage.May;
import dev.baton.portal.OrderPage.Notice;
import dev.baton.portal.OrderPage.Question;
import dev.baton.purchasing.Amendment;
import dev.baton.purchasing.Cancellation;
import dev.baton.purchasing.CancellationNotice;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a purchase order on its page. Reads only. */
@Component
class ShowOrder {

    private static final int NONCE_BYTES = 12;
    /** Countries where parcels are weighed in pounds. */
    private static final Set<String> POUNDS = Set.of("US", "LR");

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final PurchaseOrderLookup purchaseOrders;
    private final SentParcels parcels;
    private final Goods goods;
    private final Assets assets;
    private final Pages pages;
    private final Clock clock;

    ShowOrder(
            Tenancy tenancy,
            MerchantLookup merchants,
            PurchaseOrderLookup purchaseOrders,
            SentParcels parcels,
            Goods goods,
            Assets assets,
            Pages pages,
            Clock clock) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.purchaseOrders = purchaseOrders;
        this.parcels = parcels;
        this.goods = goods;
        this.assets = assets;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * How the page is to look beyond what stands in the database.
     *
     * @param parcels parcels the shipping form offers, 1 or more
     * @param typed what was typed into a refused form
     */
    record Showing(int parcels, @Nullable Notice notice, Map<String, String> typed) {}

    String html(OpenedLink link, Showing showing) {
        return pages.render("portal/order.jte", page(link, showing));
    }

    private OrderPage page(OpenedLink link, Showing showing) {
        return tenancy.inTransaction(link.merchant(), () -> {
            PurchaseOrderView order = link.order();
            Words words = link.words();
            List<PurchaseOrderLine> lines =
                    order.lines().stream().filter(line -> !line.withdrawn()).toList();
            String merchant = merchants.settings(link.merchant()).name();
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), link.supplier().zone());
            return new OrderPage(
                    assets.shell(words.language(), words.say("order.title", order.number())),
                    words,
                    link.base(),
                    nonce(),
                    merchant,
                    link.supplier().name(),
                    order.number(),
                    words.say("state." + order.status().name().toLowerCase(Locale.ROOT)),
                    mood(order.status()),
                    order.answeredAt() != null || order.respondBy() == null
                            ? null
                            : words.at(order.respondBy(), link.supplier().zone()),
                    order.status() == PurchaseOrderStatus.CANCELLED,
                    showing.notice(),
                    questions(link),
                    changes(link),
                    goods.recalls(link),
                    goods.shipTo(link),
                    goods.lines(link, lines),
                    parcels.of(link),
                    closures(link, today),
                    may(link, lines),
                    showing.parcels(),
                    Carriers.all().stream().map(Carrier::name).sorted().toList(),
                    usualCarrier(link),
                    POUNDS.contains(link.supplier().country()) ? "lb" : "kg",
                    today.toString(),
                    showing.typed(),
                    ordersPath(link));
        });
    }

    static String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String ordersPath(OpenedLink link) {
        return "/suppliers/" + link.merchant().value().toString().replace("-", "");
    }

    static String mood(PurchaseOrderStatus status) {
        return switch (status) {
            case SENDING, SENT, UNDELIVERED, UNKNOWN, PARTLY_SHIPPED -> "warn";
            case ACKNOWLEDGED, SHIPPED -> "good";
            case PARTLY_REJECTED, ISSUED -> "";
            case REJECTED, CANCELLED, WITHDRAWN -> "bad";
        };
    }

    private List<Question> questions(OpenedLink link) {
        PurchaseOrderView order = link.order();
        return purchaseOrders
                .openCancellations(
                        link.merchant(),
                        order.cancellations().stream().map(Cancellation::id).toList())
                .values()
                .stream()
                .map(notice -> question(link, notice))
                .toList();
    }

    private List<Change> changes(OpenedLink link) {
        return link.order().amendments().stream()
                .filter(question -> question.status() == Amendment.Status.ASKED)
                .map(question -> purchaseOrders.amendmentNotice(link.merchant(), question.id()))
                .flatMap(Optional::stream)
                .map(notice -> goods.change(link, notice))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Question question(OpenedLink link, CancellationNotice notice) {
        Map<Integer, String> titles = link.order().lines().stream()
                .collect(java.util.stream.Collectors.toMap(PurchaseOrderLine::line, PurchaseOrderLine::title));
        return new Question(
                notice.id().value().toString(),
                StoreReason.of(notice.reason())
                        .map(store -> link.words().say("why." + store.name().toLowerCase(Locale.ROOT)))
                        .orElse(notice.reason()),
                link.words().at(notice.respondBy(), link.supplier().zone()),
                notice.lines().stream()
                        .map(asked -> asked.quantity() + " × " + titles.get(asked.line()))
                        .toList());
    }

    private static List<Away> closures(OpenedLink link, LocalDate today) {
        Words words = link.words();
        return link.supplier().hours().closures().stream()
                .filter(closure -> !closure.until().isBefore(today))
                .map(closure ->
                        new Away(closure.id().toString(), days(words, closure.from(), closure.until()), closure.note()))
                .toList();
    }

    private static String days(Words words, LocalDate from, LocalDate until) {
        return from.equals(until) ? words.day(from) : words.say("closed.days", words.day(from), words.day(until));
    }

    private static May may(OpenedLink link, List<PurchaseOrderLine> lines) {
        boolean open = lines.stream().anyMatch(line -> Goods.open(line) > 0);
        boolean owed = lines.stream().anyMatch(line -> line.units().owed() > 0);
        boolean promised = lines.stream()
                .anyMatch(line -> line.units().owed() > line.units().unanswered());
        boolean left = lines.stream().anyMatch(line -> line.units().shipped() > 0);
        boolean answer = link.allows(PurchaseOrderLinks.ANSWER);
        boolean ship = link.allows(PurchaseOrderLinks.SHIP);
        return new May(
                answer && open,
                ship && owed,
                ship && owed && (promised || left),
                answer && promised && !left,
                link.allows(PurchaseOrderLinks.MESSAGE),
                link.allows(PurchaseOrderLinks.CLOSE));
    }

    /** What the agreed shipping method is sent with; empty when none is agreed. */
    private static String usualCarrier(OpenedLink link) {
        return link.supplier().shipMethods().stream()
                .filter(method -> method.storeMethod().equals(link.order().shipMethod())
                        || method.storeMethod().equals("*"))
                .map(method ->
                        Carriers.find(method.carrier()).map(Carrier::name).orElse(method.carrier()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
