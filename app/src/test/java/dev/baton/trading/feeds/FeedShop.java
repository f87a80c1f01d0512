package dev.baton.trading.feeds;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.SampleCatalog;
import dev.baton.inventory.ClaimStock;
import dev.baton.inventory.FeedGuard;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.StockSeen;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.SampleSupplier;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.trading.sources.FileSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A merchant whose supplier sends stock files. */
public final class FeedShop {

    static final String FEED = "acme-stock";

    public final TestBaton baton;
    public final MerchantId merchant = new MerchantId(UUID.randomUUID());
    final SampleCatalog catalog;
    public final SupplierId supplier;

    FeedShop() {
        this(SampleSupplier.coded("acme"));
    }

    public FeedShop(SampleSupplier of) {
        this(TestBaton.shared(), of);
    }

    FeedShop(TestBaton baton, SampleSupplier of) {
        this.baton = baton;
        this.catalog = new SampleCatalog(baton, merchant);
        at("2026-03-02T08:00:00Z");
        supplier = catalog.supplier(of);
    }

    void at(String instant) {
        baton.clock().set(Instant.parse(instant));
    }

    void later(Duration by) {
        baton.clock().set(baton.clock().instant().plus(by));
    }

    OfferId offer(String sku) {
        catalog.sku(sku);
        return catalog.offer(supplier, sku);
    }

    /** Offers called I0, I1 … */
    public List<OfferId> offers(int items) {
        return IntStream.range(0, items).mapToObj(i -> offer("I" + i)).toList();
    }

    static FeedDefinition definition(FileSource source, StalePolicy policy) {
        return new FeedDefinition(
                null,
                FeedMode.FULL,
                null,
                0,
                new ColumnMapping(
                        "sku",
                        null,
                        List.of(new ColumnMapping.QuantityColumn("qty", null)),
                        Map.of(),
                        null,
                        null,
                        null,
                        null),
                new FeedGuard(4, 50, 50),
                source,
                60,
                policy,
                2);
    }

    void define(FileSource source, StalePolicy policy, @Nullable String secret) {
        baton.bean(DefineFeed.class).define(merchant, supplier, FEED, definition(source, policy), secret);
    }

    public void define() {
        define(FileSource.UPLOAD, StalePolicy.KEEP, null);
    }

    public FeedFileId send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8), false, null);
    }

    FeedFileId send(byte[] bytes, boolean preview, @Nullable FeedFileId mends) {
        try {
            return baton.bean(ReceiveFeedFile.class)
                    .receive(
                            merchant,
                            new ReceiveFeedFile.Incoming(
                                    FEED, "stock.csv", "text/csv", null, preview, mends, FileSource.Kind.UPLOAD),
                            new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A table of rows: {@code "I0=7"}. */
    static String table(String... rows) {
        StringBuilder text = new StringBuilder("sku,qty\n");
        for (String row : rows) {
            text.append("S-").append(row.replace('=', ',')).append('\n');
        }
        return text.toString();
    }

    /** A table of the offers I0, I1 …, each with that quantity. */
    public static String all(int items, int quantity) {
        return table(IntStream.range(0, items)
                .mapToObj(i -> "I" + i + "=" + quantity)
                .toArray(String[]::new));
    }

    public void work() {
        baton.runDue();
    }

    public FeedLookup.FileView file(FeedFileId id) {
        return baton.bean(FeedLookup.class).file(merchant, id);
    }

    public String state(FeedFileId id) {
        return file(id).run().state();
    }

    FeedView feed() {
        return baton.bean(FeedLookup.class).feed(merchant, FEED);
    }

    List<FeedLookup.FileView> files() {
        return baton.bean(FeedLookup.class).files(merchant, FEED, null, 10);
    }

    StockSeen stock(OfferId offer) {
        return Objects.requireNonNull(baton.in(
                merchant,
                () -> baton.bean(ClaimStock.class)
                        .lockAvailable(merchant, List.of(offer))
                        .get(offer)));
    }

    List<String> tasks() {
        return baton.in(merchant, () -> baton.bean(Tasks.class).open(merchant, null, 100)).stream()
                .map(Tasks.Task::kind)
                .toList();
    }

    String errors(FeedFileId id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            baton.bean(WriteErrorFile.class).write(merchant, id, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
