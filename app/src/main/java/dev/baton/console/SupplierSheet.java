package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Option;
import dev.baton.console.PurchaseViews.Fact;
import dev.baton.console.SupplierViews.Away;
import dev.baton.console.SupplierViews.Form;
import dev.baton.console.SupplierViews.Rate;
import dev.baton.console.SupplierViews.Supplier;
import dev.baton.console.SupplierViews.Tolerance;
import dev.baton.console.TaskViews.Figure;
import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.purchasing.PurchaseOrderBoard;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.suppliers.AgreePriceTerms;
import dev.baton.suppliers.AgreeStockChecks;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.PriceTerms;
import dev.baton.suppliers.SetAwayPolicy;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.StockCheckDays;
import dev.baton.suppliers.SupplierTerms;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One supplier whole; needs an open transaction of the merchant. */
@Component
class SupplierSheet {

    private static final int MOST_RATES = 50;
    private static final int GRAMS = 1_000;

    private final PurchaseListing purchases;
    private final SupplierReliability reliability;
    private final SetAwayPolicy away;
    private final AgreePriceTerms priceTerms;
    private final SupplierFaults faults;
    private final AgreeStockChecks checks;
    private final OrderStory story;
    private final BrandLookup brands;
    private final SupplierGoods goods;
    private final SupplierContacts contacts;

    SupplierSheet(
            PurchaseListing purchases,
            SupplierReliability reliability,
            SetAwayPolicy away,
            AgreePriceTerms priceTerms,
            SupplierFaults faults,
            AgreeStockChecks checks,
            OrderStory story,
            BrandLookup brands,
            SupplierGoods goods,
            SupplierContacts contacts) {
        this.purchases = purchases;
        this.reliability = reliability;
        this.away = away;
        this.priceTerms = priceTerms;
        this.faults = faults;
        this.checks = checks;
        this.story = story;
        this.brands = brands;
        this.goods = goods;
        this.contacts = contacts;
    }

    /** @param again the form as it was sent and refused; null = as the terms stand */
    Supplier of(Staff staff, SupplierTerms terms, @Nullable Form again, Frame frame) {
        MerchantId merchant = staff.merchant();
        Instant now = frame.moments().now();
        AwayPolicy policy = away.of(merchant, List.of(terms.id())).getOrDefault(terms.id(), AwayPolicy.LATER);
        return new Supplier(
                frame,
                terms.id().value().toString(),
                terms.name(),
                List.of(
                        SupplierListing.state(terms, now),
                        new Mark(
                                "Asked by",
                                SupplierListing.way(terms),
                                terms.channel() == null && terms.mail() == null ? "bad" : "good")),
                work(merchant, terms, now),
                reliability.of(merchant, List.of(terms.id()), now).get(terms.id()),
                facts(terms, frame.moments()),
                terms.rates().stream()
                        .limit(MOST_RATES)
                        .map(rate -> new Rate(
                                rate.country().equals(ShippingRate.ANY_COUNTRY)
                                        ? "Every other country"
                                        : Locale.of("", rate.country()).getDisplayCountry(Locale.ENGLISH),
                                rate.maxWeightGrams() / GRAMS + " kg",
                                frame.moments().money(rate.priceMinor(), terms.currency())))
                        .toList(),
                terms.hours().closures().stream()
                        .map(closure -> new Away(
                                closure.id().toString(),
                                frame.moments().day(closure.from()),
                                frame.moments().day(closure.until()),
                                Objects.requireNonNullElse(closure.note(), "")))
                        .toList(),
                Stream.of(AwayPolicy.Kind.values())
                        .map(kind -> new Option(kind.name(), said(kind), kind == policy.kind()))
                        .toList(),
                policy.fasterDays(),
                tolerance(priceTerms.of(merchant, terms.id()), terms.currency()),
                contacts.of(merchant, terms),
                faults.of(merchant, terms.id()),
                asked(merchant, terms, frame.moments().now()),
                terms.paused(),
                Objects.requireNonNullElse(terms.pauseReason(), ""),
                again == null ? SupplierForm.of(terms) : again,
                brands.all(merchant).stream()
                        .map(brand -> new Option(brand.code(), brand.name(), false))
                        .toList(),
                goods.of(staff, terms.id()),
                staff.may(Act.MANAGE_SUPPLIERS),
                story.events(merchant, Map.of(terms.id().value(), "")));
    }

    private SupplierViews.Asked asked(MerchantId merchant, SupplierTerms terms, Instant now) {
        Optional<StockCheckDays> agreed = checks.agreed(merchant, terms.id());
        return new SupplierViews.Asked(
                Stream.of(DayOfWeek.values())
                        .map(day -> new Option(
                                day.name(),
                                day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH),
                                agreed.filter(each -> each.days().contains(day)).isPresent()))
                        .toList(),
                agreed.map(each -> each.at().toString()).orElse(""),
                agreed.flatMap(each -> each.after(now, terms)).orElse(null));
    }

    private static Tolerance tolerance(PriceTerms terms, String currency) {
        Long amount = terms.toleranceMicros();
        return new Tolerance(
                BigDecimal.valueOf(terms.toleranceBps(), 2).stripTrailingZeros().toPlainString(),
                amount == null ? "" : Micros.format(amount),
                currency,
                Stream.of(PriceTerms.AtDeadline.values())
                        .map(each -> new Option(each.name(), said(each), each == terms.atDeadline()))
                        .toList());
    }

    private static String said(PriceTerms.AtDeadline policy) {
        return switch (policy) {
            case ASK -> "A person is asked again";
            case REFUSE -> "It is refused: the order keeps its cost";
            case ACCEPT -> "It is accepted";
        };
    }

    private static String said(AwayPolicy.Kind kind) {
        return switch (kind) {
            case LATER -> "New orders go there, and ship later";
            case REROUTE -> "New orders go to another that is so many days faster";
            case STOP -> "New orders do not go there";
        };
    }

    private List<Figure> work(MerchantId merchant, SupplierTerms terms, Instant now) {
        PurchaseOrderBoard.Counted counted =
                purchases.counts(merchant, now).getOrDefault(terms.id(), PurchaseOrderBoard.Counted.NONE);
        return List.of(
                figure(terms, "Open", counted.of(PurchaseOrderBoard.open()), "state", "open", "quiet"),
                figure(terms, "Late to be sent", counted.late(), "sending", "late", "bad"),
                figure(terms, "Answer overdue", counted.overdue(), "answer", "overdue", "warn"),
                figure(
                        terms,
                        "Promised, not all left",
                        counted.of(PurchaseListing.statuses("promised")),
                        "state",
                        "promised",
                        "quiet"),
                figure(
                        terms,
                        "Did not reach it",
                        counted.of(PurchaseListing.statuses("unreached")),
                        "state",
                        "unreached",
                        "warn"),
                figure(
                        terms,
                        "Refused",
                        counted.byStatus().getOrDefault(PurchaseOrderStatus.REJECTED, 0L),
                        "state",
                        "rejected",
                        "quiet"));
    }

    private static Figure figure(
            SupplierTerms terms, String label, long count, String field, String value, String mood) {
        return new Figure(label, count, SupplierListing.purchases(terms, field, value), count == 0 ? "quiet" : mood);
    }

    private static List<Fact> facts(SupplierTerms terms, Moments moments) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Code", terms.code());
        add(facts, "Country", Locale.of("", terms.country()).getDisplayCountry(Locale.ENGLISH));
        add(
                facts,
                "Works",
                days(terms) + ", " + terms.hours().from() + "–" + terms.hours().to() + ", "
                        + terms.zone().getId());
        add(facts, "Answers within", terms.ackHours() + " working hours");
        add(facts, "Written to in", Locale.of(terms.language()).getDisplayLanguage(Locale.ENGLISH));
        add(
                facts,
                "Mail for orders",
                terms.mail() == null ? "none" : terms.mail().address());
        if (terms.mail() != null && terms.mail().cc() != null) {
            add(facts, "Reads along", terms.mail().cc());
        }
        add(
                facts,
                "REST endpoint",
                terms.channel() == null ? "none" : terms.channel().url().toString());
        add(facts, "Fee per purchase order", moments.money(terms.dropshipFeeMinor(), terms.currency()));
        add(facts, "Heaviest parcel", terms.maxParcelWeightGrams() / GRAMS + " kg");
        add(facts, "Free days agreed", String.valueOf(terms.hours().holidays().size()));
        return facts;
    }

    private static String days(SupplierTerms terms) {
        return terms.hours().days().stream()
                .sorted()
                .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH))
                .collect(Collectors.joining(" "));
    }

    private static void add(List<Fact> facts, String name, String words) {
        facts.add(new Fact(name, words, null));
    }
}
