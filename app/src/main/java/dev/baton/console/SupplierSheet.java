package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Option;
import dev.baton.console.PurchaseViews.Fact;
import dev.baton.console.SupplierViews.Away;
import dev.baton.console.SupplierViews.Faults;
import dev.baton.console.SupplierViews.Form;
import dev.baton.console.SupplierViews.KeptWord;
import dev.baton.console.SupplierViews.Rate;
import dev.baton.console.SupplierViews.Reliability;
import dev.baton.console.SupplierViews.Supplier;
import dev.baton.console.SupplierViews.TermsForm;
import dev.baton.console.SupplierViews.Tolerance;
import dev.baton.console.TaskViews.Figure;
import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.platform.Money;
import dev.baton.purchasing.PurchaseOrderBoard;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.suppliers.AgreeDigest;
import dev.baton.suppliers.AgreePriceTerms;
import dev.baton.suppliers.AgreeReturnTerms;
import dev.baton.suppliers.AgreeStockChecks;
import dev.baton.suppliers.AwayPolicy;
import dev.baton.suppliers.PriceTerms;
import dev.baton.suppliers.ReturnTerms;
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
    private final AgreeDigest digests;
    private final OrderStory story;
    private final BrandLookup brands;
    private final SupplierGoods goods;
    private final SupplierContacts contacts;
    private final AgreeReturnTerms returnTerms;
    private final SentRequests sent;

    SupplierSheet(
            PurchaseListing purchases,
            SupplierReliability reliability,
            SetAwayPolicy away,
            AgreePriceTerms priceTerms,
            SupplierFaults faults,
            AgreeStockChecks checks,
            AgreeDigest digests,
            OrderStory story,
            BrandLookup brands,
            SupplierGoods goods,
            SupplierContacts contacts,
            AgreeReturnTerms returnTerms,
            SentRequests sent) {
        this.purchases = purchases;
        this.reliability = reliability;
        this.away = away;
        this.priceTerms = priceTerms;
        this.faults = faults;
        this.checks = checks;
        this.digests = digests;
        this.story = story;
        this.brands = brands;
        this.goods = goods;
        this.contacts = contacts;
        this.returnTerms = returnTerms;
        this.sent = sent;
    }

    /** A form as it was sent and refused, in place of the terms as they stand; null = as they stand. */
    record Again(
            @Nullable Form whole,
            @Nullable TermsForm orders,
            @Nullable TermsForm returns) {}

    Supplier of(Staff staff, SupplierTerms terms, Again again, Frame frame) {
        MerchantId merchant = staff.merchant();
        Instant now = frame.moments().now();
        AwayPolicy policy = away.of(merchant, List.of(terms.id())).getOrDefault(terms.id(), AwayPolicy.LATER);
        Reliability known = reliability.of(merchant, List.of(terms.id()), now).get(terms.id());
        Faults its = faults.of(merchant, terms.id());
        ReturnTerms back = returnTerms.of(merchant, terms.id()).orElse(null);
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
                known == null ? 0 : known.asked(),
                known == null ? List.of() : keepsItsWord(terms, known, its),
                facts(terms, back, frame.moments()),
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
                Objects.requireNonNullElseGet(again.orders(), () -> SupplierTermsForms.orders(terms)),
                Objects.requireNonNullElseGet(again.returns(), () -> SupplierTermsForms.returns(back)),
                contacts.of(merchant, terms),
                its,
                asked(merchant, terms, frame.moments().now()),
                terms.paused(),
                Objects.requireNonNullElse(terms.pauseReason(), ""),
                again.whole() == null ? SupplierForm.of(terms) : again.whole(),
                brands.all(merchant).stream()
                        .map(brand -> new Option(brand.code(), brand.name(), false))
                        .toList(),
                goods.of(staff, terms.id()),
                sent.of(merchant, terms.id()),
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
                agreed.flatMap(each -> each.after(now, terms)).orElse(null),
                digests.isAgreed(merchant, terms.id()));
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

    private static List<KeptWord> keepsItsWord(SupplierTerms terms, Reliability known, Faults faults) {
        Integer inTime = known.inTimePercent();
        Integer rejected = known.rejectedPercent();
        Double hours = known.medianHoursToShip();
        return List.of(
                new KeptWord(
                        lasting(terms, "answered in time", known.inTime(), "answer", "in_time", "quiet"),
                        inTime == null
                                ? "none is judged yet"
                                : inTime + " % of " + Moments.counted(known.judged()) + " judged",
                        known.trend()),
                new KeptWord(
                        lasting(terms, "refused, in whole or in part", known.refused(), "goods", "refused", "quiet"),
                        rejected == null ? "" : rejected + " % of the lines asked",
                        List.of()),
                new KeptWord(
                        lasting(terms, "of which goods have left", known.left(), "goods", "left", "quiet"),
                        hours == null ? "" : hours + " h from asking to the first parcel, median",
                        List.of()),
                new KeptWord(
                        figure(
                                terms,
                                "shipped after it agreed to cancel",
                                faults.count(),
                                "goods",
                                "after_cancelling",
                                "bad"),
                        "purchase orders, of all it ever had",
                        List.of()));
    }

    /** A figure of the last purchase orders it had. */
    private static Figure lasting(
            SupplierTerms terms, String label, long count, String field, String value, String mood) {
        Figure of = figure(terms, label, count, field, value, mood);
        return new Figure(label, count, of.path() + "&last=" + SupplierReliability.LAST, of.mood());
    }

    private static List<Fact> facts(SupplierTerms terms, @Nullable ReturnTerms back, Moments moments) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "Code", terms.code());
        add(facts, "Country", Locale.of("", terms.country()).getDisplayCountry(Locale.ENGLISH));
        add(
                facts,
                "Works",
                days(terms) + ", " + terms.hours().from() + "–" + terms.hours().to() + ", "
                        + terms.zone().getId());
        add(facts, "Answers within", terms.ackHours() + " working hours");
        if (terms.orderTerms().cutOff() != null) {
            add(facts, "Cut-off", terms.orderTerms().cutOff() + ", by its clock");
        }
        add(
                facts,
                "Carriers",
                terms.orderTerms().carriers().isEmpty()
                        ? "any"
                        : String.join(", ", terms.orderTerms().carrierNames()));
        Money minimum = terms.orderTerms().minimum();
        add(facts, "Minimum order", minimum == null ? "none" : moments.money(minimum.minor(), minimum.currency()));
        addReturns(facts, back);
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

    private static void addReturns(List<Fact> facts, @Nullable ReturnTerms back) {
        if (back == null || !back.taken()) {
            add(facts, "Returns", back == null ? "nothing agreed" : "takes nothing back");
        } else {
            add(facts, "Returns", "within " + Moments.counted(back.days(), "day", "days") + " of delivery");
            add(facts, "The way back is paid by", SupplierTermsForms.said(back.paidBy()));
            add(facts, "Restocking fee", SupplierTermsForms.percent(back.restockingBps()) + " % of the cost");
            if (back.address() != null) {
                add(facts, "Goods go back to", back.address());
            }
        }
        if (back != null && back.note() != null) {
            add(facts, "About returns", back.note());
        }
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
