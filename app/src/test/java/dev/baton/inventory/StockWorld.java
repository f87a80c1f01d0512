package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.SampleCatalog;
import dev.baton.catalog.SkuId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merchant of its own with one supplier, and the acts on its stock in the words of the tests. */
final class StockWorld {

    /** The morning all stock tests happen on. */
    static final String DAY = "2026-03-02T";

    final TestBaton baton = TestBaton.shared();
    final MerchantId merchant = new MerchantId(UUID.randomUUID());
    final SampleCatalog catalog = new SampleCatalog(baton, merchant);
    final SupplierId supplier;

    StockWorld(SampleSupplier supplier) {
        time("09:00");
        this.supplier = catalog.supplier(supplier);
    }

    /** The given time of the day, UTC. */
    static Instant at(String time) {
        return Instant.parse(DAY + time + (time.length() == 5 ? ":00Z" : "Z"));
    }

    void time(String time) {
        baton.clock().set(at(time));
    }

    OfferId offer(String sku) {
        catalog.sku(sku);
        return catalog.offer(supplier, sku);
    }

    SkuId sku(String sku) {
        return catalog.sku(sku);
    }

    /** A feed of the supplier; rows read {@code "CUP=10"}. */
    FeedOutcome feed(FeedMode mode, @Nullable String observedAt, String... rows) {
        return feed(mode, observedAt, null, rows);
    }

    FeedOutcome feed(FeedMode mode, @Nullable String observedAt, @Nullable Long sequence, String... rows) {
        List<FeedRow> figures = new ArrayList<>();
        for (String row : rows) {
            String[] parts = row.split("=", -1);
            figures.add(new FeedRow("S-" + parts[0], null, Integer.parseInt(parts[1])));
        }
        return apply(new NewFeedRun(supplier, mode, observedAt == null ? null : at(observedAt), sequence, figures));
    }

    FeedOutcome apply(NewFeedRun run) {
        return baton.bean(ApplyFeed.class).apply(merchant, run);
    }

    /** Claims as an order does: lock, then claim; the claim's id. */
    UUID claim(OfferId offer, int quantity) {
        UUID claim = UUID.randomUUID();
        NewClaim wanted = new NewClaim(claim, offer, skuOf(offer), UUID.randomUUID(), quantity);
        baton.in(merchant, () -> {
            ClaimStock stock = baton.bean(ClaimStock.class);
            stock.lockAvailable(merchant, List.of(offer));
            stock.claim(merchant, List.of(wanted));
            return true;
        });
        return claim;
    }

    SkuId skuOf(OfferId offer) {
        return Objects.requireNonNull(baton.in(
                        merchant,
                        () -> baton.bean(CatalogLookup.class)
                                .offers(merchant, List.of(offer))
                                .get(offer)))
                .sku();
    }

    void deduct(UUID claim, int quantity, String at, DeductionCause cause) {
        deduct(claim, quantity, at, cause, UUID.randomUUID());
    }

    void deduct(UUID claim, int quantity, String at, DeductionCause cause, UUID causeId) {
        baton.bean(RecordDeductions.class)
                .record(merchant, List.of(new NewDeduction(claim, quantity, at(at), cause, causeId)));
    }

    void release(UUID claim, int quantity, UUID cause) {
        baton.bean(ReleaseClaims.class)
                .release(merchant, List.of(new ClaimRelease(claim, quantity, cause, "cancelled")));
    }

    StockSeen stock(OfferId offer) {
        return Objects.requireNonNull(baton.in(
                merchant,
                () -> baton.bean(ClaimStock.class)
                        .lockAvailable(merchant, List.of(offer))
                        .get(offer)));
    }

    int available(OfferId offer) {
        return stock(offer).available();
    }

    List<Tasks.Task> tasks() {
        return baton.in(merchant, () -> baton.bean(Tasks.class).open(merchant, null, 100));
    }

    /** The news of this merchant that the act publishes. */
    List<StockRaised> news(Runnable act) {
        RaisedLog log = baton.bean(RaisedLog.class);
        int before = log.heard().size();
        act.run();
        return log.heard().stream()
                .skip(before)
                .filter(raised -> raised.merchant().equals(merchant))
                .toList();
    }

    /** Offers whose uncovered units are not the sum of their claims' (I5). */
    List<VerifyStock.StockDifference> differences() {
        return baton.bean(VerifyStock.class).differences(merchant);
    }
}
