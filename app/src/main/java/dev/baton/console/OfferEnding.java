package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.EndOffers;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferEnd;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.Sku;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.OfferForm.About;
import dev.baton.inventory.InventoryLookup;
import dev.baton.orders.HeldBy;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Ends an offer, and says before what that does; has one go on. */
@Component
class OfferEnding {

    static final String PATH = OfferScreen.PATH + "/end";
    static final String RESUME = OfferScreen.PATH + "/resume";

    /** The day in the form; empty = now. */
    static final String UNTIL = "until";

    private static final String WHY = "why";
    private static final int LONGEST_WHY = 200;

    private final EndOffers endOffers;
    private final ReleaseKnown releaseKnown;
    private final CatalogLookup catalog;
    private final InventoryLookup stock;
    private final Tenancy tenancy;

    OfferEnding(
            EndOffers endOffers,
            ReleaseKnown releaseKnown,
            CatalogLookup catalog,
            InventoryLookup stock,
            Tenancy tenancy) {
        this.endOffers = endOffers;
        this.releaseKnown = releaseKnown;
        this.catalog = catalog;
        this.stock = stock;
        this.tenancy = tenancy;
    }

    /**
     * What was typed of the end.
     *
     * @param at from when on; null = from now
     * @param wrong what is wrong with the day; null = nothing
     */
    record Day(@Nullable Instant at, @Nullable String wrong) {}

    static Day day(Typed typed, Moments moments) {
        String text = typed.text(UNTIL);
        LocalDate today = LocalDate.ofInstant(moments.now(), moments.zone());
        if (text.isEmpty()) {
            return new Day(null, null);
        }
        try {
            LocalDate day = LocalDate.parse(text);
            return day.isBefore(today)
                    ? new Day(null, moments.day(day) + " has passed: leave it empty to end it now.")
                    : new Day(
                            day.isAfter(today)
                                    ? day.atStartOfDay(moments.zone()).toInstant()
                                    : null,
                            null);
        } catch (DateTimeException none) {
            return new Day(null, "Write a day such as 2026-03-31, or nothing.");
        }
    }

    /** Its end, if one is said; needs an open transaction. */
    @Nullable
    OfferEnd of(MerchantId merchant, OfferId offer) {
        return catalog.ends(merchant, List.of(offer)).get(offer);
    }

    /** What is left without it. */
    private record Left(long sellable, boolean offered) {}

    /** What ending it does; nothing is changed. No transaction may be open. */
    Preview preview(MerchantId merchant, About about, Typed typed, Moments moments) {
        Offer offer = Objects.requireNonNull(about.offer());
        Sku sku = Objects.requireNonNull(about.sku());
        Instant at = day(typed, moments).at();
        long now = tenancy.<Long>inTransaction(merchant, () -> sellable(merchant, sku));
        Left left = tenancy.rehearse(merchant, () -> {
            endOffers.end(merchant, List.of(offer.id()), null, null);
            return new Left(
                    sellable(merchant, sku),
                    !catalog.offersOf(merchant, List.of(sku.id())).isEmpty());
        });
        String supplier =
                about.supplier() == null ? "The supplier" : about.supplier().name();
        Map<String, String> carried = new HashMap<>();
        carried.put("offer", offer.id().value().toString());
        carried.put(UNTIL, typed.text(UNTIL));
        carried.put(WHY, typed.text(WHY));
        carried.put(Back.FIELD, typed.text(Back.FIELD));
        return new Preview(
                supplier + " gets no new orders for " + sku.code() + " from "
                        + (at == null ? "now" : moments.at(at)) + " on; what it was given stays with it. "
                        + (left.offered()
                                ? "Without its stock " + left.sellable() + " may be sold; now it is " + now + "."
                                : "Nobody else offers it: stores show none of it"
                                        + (now == 0 ? "" : " instead of " + now)
                                        + ", and orders for it are held until somebody does."),
                List.of(),
                Way.act("End the offer", "", PATH, "End it", carried).bad(),
                null);
    }

    private long sellable(MerchantId merchant, Sku sku) {
        return stock.sellable(merchant, List.of(sku.id())).getOrDefault(sku.id(), 0L);
    }

    void end(MerchantId merchant, Offer offer, Typed typed, @Nullable Instant at) {
        String why = typed.text(WHY);
        endOffers.end(
                merchant,
                List.of(offer.id()),
                at,
                why.isEmpty() ? null : why.substring(0, Math.min(why.length(), LONGEST_WHY)));
    }

    /** Has it go on, and lets go the orders that had no supplier. */
    void resume(MerchantId merchant, Offer offer, Sku sku) {
        tenancy.run(merchant, () -> {
            endOffers.resume(merchant, List.of(offer.id()));
            releaseKnown.release(merchant, HeldBy.wantOfAnOffer(List.of(sku.code())), "a supplier offers it again");
        });
    }
}
