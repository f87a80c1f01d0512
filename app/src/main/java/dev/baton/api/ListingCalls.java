package dev.baton.api;

import dev.baton.catalog.AdoptListings;
import dev.baton.catalog.Listing;
import dev.baton.catalog.ListingLookup;
import dev.baton.catalog.Match;
import dev.baton.catalog.SuggestMatches;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.orders.HeldBy;
import dev.baton.orders.HoldKind;
import dev.baton.orders.ReleaseKnown;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What a store lists, and what of the catalogue it is. */
@RestController
@RequestMapping("/api/v1/stores/{code}/listings")
@Tag(name = "Catalogue")
class ListingCalls {

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final ListingLookup listings;
    private final SuggestMatches suggestMatches;
    private final AdoptListings adoptListings;
    private final ReleaseKnown releaseKnown;
    private final ReleasePrinter printer;

    ListingCalls(
            Tenancy tenancy,
            MerchantLookup merchants,
            ListingLookup listings,
            SuggestMatches suggestMatches,
            AdoptListings adoptListings,
            Releases releases) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.listings = listings;
        this.suggestMatches = suggestMatches;
        this.adoptListings = adoptListings;
        this.releaseKnown = releases.releaseKnown();
        this.printer = releases.printer();
    }

    /**
     * One variant a store sells; meanings as in {@link Listing}.
     *
     * @param state {@code mapped}, {@code same_code}, {@code unmatched} or {@code without_sku}
     * @param price decimal, in the store's currency
     * @param suggestions SKUs it may be, surest first; empty unless it is unmatched or without a SKU
     */
    record Row(
            String id,
            String state,
            String title,
            @Nullable String sku,
            @Nullable String barcode,
            @Nullable String gtin,
            String price,
            String currency,
            String status,
            String productId,
            String variantId,
            @Nullable String options,
            @Nullable String imageUrl,
            @Nullable Boolean tracked,
            @Nullable Boolean sellsWithoutStock,
            List<Suggestion> suggestions) {

        static Row of(Listing listing, List<Match> matches) {
            return new Row(
                    listing.id().toString(),
                    Lists.word(listing.state()),
                    listing.title(),
                    listing.sku(),
                    listing.barcode(),
                    listing.gtin(),
                    Amounts.ofMinor(listing.priceMinor(), listing.currency()),
                    listing.currency(),
                    Lists.word(listing.status()),
                    listing.productId(),
                    listing.variantId(),
                    listing.options(),
                    listing.imageUrl(),
                    listing.tracked(),
                    listing.sellsWithoutStock(),
                    matches.stream().map(Suggestion::of).toList());
        }
    }

    /**
     * A SKU something may be.
     *
     * @param reason {@code same_gtin}, {@code same_code} (but for signs and case), {@code code_not_gtin} or {@code similar_title}
     * @param likeness per cent; lower than the words say where each has another number or size
     * @param missing words of the title that the SKU's does not have
     * @param extra words of the SKU's title that the title does not have
     */
    record Suggestion(String sku, String title, String reason, int likeness, List<String> missing, List<String> extra) {

        static Suggestion of(Match match) {
            return new Suggestion(
                    match.code(),
                    match.title(),
                    Lists.word(match.reason()),
                    match.likeness().percent(),
                    match.likeness().only(),
                    match.likeness().besides());
        }
    }

    /**
     * How many variants that are sold stand how.
     *
     * @param unmatched an order of them is held
     * @param withoutSku an order of them is held until the store gives them a SKU
     */
    record Summary(long mapped, long sameCode, long unmatched, long withoutSku) {}

    /**
     * What was taken into the catalogue.
     *
     * @param more whether another call would take more
     */
    record Adopted(int defined, List<String> skus, boolean more, ReleaseBody released) {}

    @Operation(
            summary = "List what a store sells",
            description = "With the SKUs each unmatched variant may be, by barcode, code and title.")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping
    Page<Row> list(
            Caller caller,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = Page.DEFAULT_LIMIT) int limit) {
        int rows = Page.limit(limit);
        Listing.State wanted = Lists.state(Listing.State.class, state);
        return tenancy.inTransaction(caller.merchant(), () -> {
            List<Listing> found =
                    listings.list(caller.merchant(), store(caller, code).id(), wanted, Page.cursor(cursor), rows + 1);
            Map<Listing, List<Match>> matches = matches(caller, found);
            return Page.of(found, rows, each -> Row.of(each, matches.getOrDefault(each, List.of())), Listing::id);
        });
    }

    private Map<Listing, List<Match>> matches(Caller caller, List<Listing> found) {
        List<Listing> open = new ArrayList<>();
        for (Listing listing : found) {
            boolean unknown =
                    listing.state() == Listing.State.UNMATCHED || listing.state() == Listing.State.WITHOUT_SKU;
            if (unknown && open.size() < SuggestMatches.MOST) {
                open.add(listing);
            }
        }
        List<List<Match>> matches = suggestMatches.suggest(
                caller.merchant(),
                open.stream()
                        .map(each -> new SuggestMatches.Wanted(each.sku(), each.gtin(), each.title()))
                        .toList());
        Map<Listing, List<Match>> byListing = new HashMap<>();
        for (int i = 0; i < open.size(); i++) {
            byListing.put(open.get(i), matches.get(i));
        }
        return byListing;
    }

    @Operation(summary = "Count what a store sells by whether it is known here")
    @Needs({Scope.READ, Scope.CATALOG})
    @GetMapping("/summary")
    Summary summary(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            Map<Listing.State, Long> counts =
                    listings.counts(caller.merchant(), store(caller, code).id());
            return new Summary(
                    counts.getOrDefault(Listing.State.MAPPED, 0L),
                    counts.getOrDefault(Listing.State.SAME_CODE, 0L),
                    counts.getOrDefault(Listing.State.UNMATCHED, 0L),
                    counts.getOrDefault(Listing.State.WITHOUT_SKU, 0L));
        });
    }

    @Operation(
            summary = "See what taking a store's SKUs into the catalogue would do",
            description =
                    "Does all the call without preview does, for the 200 oldest orders it would release, and takes"
                            + " it back: the SKUs that would be defined, and what each order would become. Nothing is changed.")
    @Needs(Scope.CATALOG)
    @PostMapping("/adopt/preview")
    Adopted previewAdopt(Caller caller, @PathVariable String code) {
        Store store = tenancy.inTransaction(caller.merchant(), () -> store(caller, code));
        AtomicReference<AdoptListings.Adopted> adopted =
                new AtomicReference<>(new AdoptListings.Adopted(List.of(), false));
        ReleaseKnown.Outcome outcome = releaseKnown.preview(
                caller.merchant(),
                () -> adopted.set(adoptListings.adopt(caller.merchant(), store.id())),
                () -> heldBy(adopted.get()));
        return print(caller, adopted.get(), outcome);
    }

    @Operation(
            summary = "Take what a store sells into the catalogue",
            description = "Every SKU of the store that nothing here is becomes one, with the store's title, weight and"
                    + " barcode; 1,000 in a call. Orders held for them are released.")
    @Needs(Scope.CATALOG)
    @PostMapping("/adopt")
    Adopted adopt(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            AdoptListings.Adopted adopted =
                    adoptListings.adopt(caller.merchant(), store(caller, code).id());
            ReleaseKnown.Outcome outcome =
                    releaseKnown.release(caller.merchant(), heldBy(adopted), "the SKU was taken into the catalogue");
            return print(caller, adopted, outcome);
        });
    }

    private static HeldBy heldBy(AdoptListings.Adopted adopted) {
        return new HeldBy(
                EnumSet.of(HoldKind.UNKNOWN_SKU),
                adopted.skus().stream().map(sku -> new HeldBy.Goods(null, sku)).toList());
    }

    private Adopted print(Caller caller, AdoptListings.Adopted adopted, ReleaseKnown.Outcome outcome) {
        return new Adopted(
                adopted.skus().size(), adopted.skus(), adopted.more(), printer.print(caller.merchant(), outcome));
    }

    private Store store(Caller caller, String code) {
        return merchants
                .storeByCode(caller.merchant(), code)
                .orElseThrow(() -> new Problem(
                        CommonProblem.NOT_FOUND, "There is no store " + code + "; list the stores to find it."));
    }
}
