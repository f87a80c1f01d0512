package dev.baton.channels.shopify;

import dev.baton.catalog.RecordStoreProducts;
import dev.baton.channels.CataloguePull;
import dev.baton.channels.CataloguePulls;
import dev.baton.channels.Desk;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.UnreadableDocument;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.Store;
import dev.baton.platform.Crash;
import dev.baton.platform.MerchantId;
import dev.baton.platform.http.OutboundHttp;
import dev.baton.platform.http.OutboundReply;
import dev.baton.platform.http.OutboundRequest;
import dev.baton.platform.work.LeasedWork;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Reads the file a bulk operation has written, as it comes in: products are kept in parts, each in a transaction that
 * also notes how far the file is read. A reading that breaks off goes on behind the last part, so that a file of any
 * size needs little memory and is read once.
 */
@Component
class ReadBulkFile {

    /** The whole download of one lease; what is left is asked for by the next one. */
    private static final Duration TIMEOUT = Duration.ofMinutes(8);

    /** Of the lease at least this much is left for keeping one part. */
    private static final Duration ENOUGH_FOR_A_PART = Duration.ofSeconds(60);

    private static final int MOST_ATTEMPTS = 10;
    private static final int WHOLE = 200;
    private static final int FROM_THERE = 206;
    private static final int BEYOND_THE_END = 416;

    private final OutboundHttp http;
    private final RecordStoreProducts record;
    private final CataloguePulls pulls;
    private final MerchantLookup merchants;
    private final EndPull end;
    private final Desk desk;

    ReadBulkFile(
            OutboundHttp http,
            RecordStoreProducts record,
            CataloguePulls pulls,
            MerchantLookup merchants,
            EndPull end,
            Desk desk) {
        this.http = http;
        this.record = record;
        this.pulls = pulls;
        this.merchants = merchants;
        this.end = end;
        this.desk = desk;
    }

    /** Whether the file was read to its end. */
    private static final class Progress {
        boolean complete;
    }

    void read(StoreConnection connection, LeasedWork leased, CataloguePull pull) {
        MerchantId merchant = connection.merchant();
        Progress progress = new Progress();
        OutboundRequest request = new OutboundRequest(
                "GET",
                URI.create(String.valueOf(pull.fileUrl())),
                pull.readBytes() == 0 ? Map.of() : Map.of("range", "bytes=" + pull.readBytes() + "-"),
                new byte[0],
                TIMEOUT);
        try {
            OutboundReply reply = http.download(request, (status, headers, body) -> {
                if (status == WHOLE || status == FROM_THERE) {
                    body.skipNBytes(status == WHOLE ? pull.readBytes() : 0);
                    take(merchant, leased, pull, body, progress);
                }
            });
            settle(merchant, leased, pull, reply, progress);
        } catch (UnreadableDocument unreadable) {
            end.failed(merchant, leased, pull, "the store's file cannot be read: " + unreadable.reason());
        }
    }

    private void take(MerchantId merchant, LeasedWork leased, CataloguePull pull, InputStream body, Progress progress)
            throws IOException {
        Store store = desk.tenancy()
                .inTransaction(merchant, () -> merchants.store(merchant, pull.store()))
                .orElseThrow(() -> new IllegalStateException("the store of the pull is gone"));
        Instant asked = pull.askedAt() == null ? pull.begunAt() : pull.askedAt();
        BulkProducts products = new BulkProducts(new JsonLines(body, pull.readBytes()), asked);
        long from = pull.readBytes();
        while (leased.hasLeft(ENOUGH_FOR_A_PART)) {
            BulkProducts.Part part = products.next();
            long begun = from;
            boolean kept = desk.tenancy().inTransaction(merchant, () -> keep(merchant, store, pull, begun, part));
            if (!kept) {
                return;
            }
            if (part.last()) {
                progress.complete = true;
                return;
            }
            from = part.until();
        }
    }

    private boolean keep(MerchantId merchant, Store store, CataloguePull pull, long from, BulkProducts.Part part) {
        boolean ours = pulls.kept(
                merchant,
                pull.id(),
                new CataloguePulls.Part(
                        from, part.until(), part.products().size(), part.variants(), part.unreadable()));
        if (ours) {
            record.recordPulled(merchant, store, part.products(), pull.id());
            Crash.at("channels.pull-kept");
        }
        return ours;
    }

    private void settle(
            MerchantId merchant, LeasedWork leased, CataloguePull pull, OutboundReply reply, Progress progress) {
        int status = reply instanceof OutboundReply.Answered answered ? answered.status() : 0;
        if (progress.complete || status == BEYOND_THE_END) {
            desk.tenancy().run(merchant, () -> {
                pulls.read(merchant, pull.id());
                desk.work().again(merchant, leased, desk.clock().instant(), "the file is read");
            });
        } else if (status == WHOLE || status == FROM_THERE) {
            desk.tenancy()
                    .run(
                            merchant,
                            () -> desk.work()
                                    .again(merchant, leased, desk.clock().instant(), "the file is being read"));
        } else if (leased.attempts() >= MOST_ATTEMPTS) {
            end.failed(merchant, leased, pull, why(reply));
        } else if (status >= 400 && status < 500) {
            end.askAnew(merchant, leased, pull, why(reply));
        } else {
            end.tryAgain(merchant, leased, why(reply));
        }
    }

    private static String why(OutboundReply reply) {
        return switch (reply) {
            case OutboundReply.Answered answered ->
                "the store's file is not to be had (HTTP " + answered.status() + ")";
            case OutboundReply.NotSent unsent -> unsent.reason();
            case OutboundReply.Unknown unknown -> "the store's file broke off: " + unknown.reason();
        };
    }
}
