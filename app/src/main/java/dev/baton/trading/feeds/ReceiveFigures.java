package dev.baton.trading.feeds;

import dev.baton.inventory.ApplyFeed;
import dev.baton.inventory.FeedMode;
import dev.baton.inventory.FeedOutcome;
import dev.baton.inventory.FeedRow;
import dev.baton.inventory.Guarded;
import dev.baton.inventory.NewFeedRun;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.tables.TableWriter;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import dev.baton.trading.sources.FileSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes figures a supplier's system sends to the API under the same guard, preview and watch as its files: what looks right
 * counts at once, the rest is kept as a stock file that waits for a decision.
 */
@Component
public final class ReceiveFigures {

    private static final int LONGEST_PREFIX = 50;

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final Feeds feeds;
    private final DefineFeed define;
    private final ApplyFeed apply;
    private final ReceiveFeedFile files;
    private final FeedOutcomes outcomes;
    private final Clock clock;

    ReceiveFigures(
            Tenancy tenancy,
            SupplierLookup suppliers,
            Feeds feeds,
            DefineFeed define,
            ApplyFeed apply,
            ReceiveFeedFile files,
            FeedOutcomes outcomes,
            Clock clock) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.feeds = feeds;
        this.define = define;
        this.apply = apply;
        this.files = files;
        this.outcomes = outcomes;
        this.clock = clock;
    }

    /**
     * Figures as they were sent.
     *
     * @param observedAt the time they are of by the sender's word; null when it gives none
     * @param sequence the sender's own number, growing from run to run; null when it does not number them
     */
    public record Figures(
            SupplierId supplier,
            FeedMode mode,
            @Nullable Instant observedAt,
            @Nullable Long sequence,
            Preview preview,
            List<FeedRow> rows) {

        public Figures {
            rows = List.copyOf(rows);
        }
    }

    /** Whether the figures are only looked at. */
    public enum Preview {
        /** They count, unless they look wrong. */
        NO,
        /** It is answered what would change, and nothing is kept. */
        ANSWER,
        /** They are kept, too, and count when a person accepts them. */
        PROPOSAL
    }

    /**
     * What became of them.
     *
     * @param file the stock file as which they wait for a decision; null when they count or were only looked at
     */
    public record Received(FeedOutcome outcome, @Nullable FeedFileId file) {}

    /**
     * Takes the figures by the feed of what the supplier sends to the API; the first ones make it, with the usual guard and
     * expected at no time, where nobody defined one. Call it without an open transaction. Sent twice they change nothing
     * the second time; what waits for a decision is kept twice, the later in the earlier one's place.
     *
     * @throws Problem {@link FeedProblem#FEED_UNKNOWN} when that feed is out of use; as {@link ApplyFeed#apply}
     */
    public Received receive(MerchantId merchant, Figures figures) {
        FeedView feed = tenancy.inTransaction(merchant, () -> feed(merchant, figures.supplier()));
        FeedDefinition definition = feed.definition();
        @Nullable Integer maxAge = definition.maxAgeMinutes();
        Guarded by = new Guarded(
                feed.id().value(),
                definition.guard(),
                definition.absence(),
                maxAge == null ? null : Duration.ofMinutes(maxAge),
                figures.preview() != Preview.NO);
        Instant receivedAt = clock.instant();
        FeedOutcome outcome = apply.apply(
                merchant,
                new NewFeedRun(
                        figures.supplier(),
                        figures.mode(),
                        figures.observedAt(),
                        figures.sequence(),
                        figures.rows(),
                        by));
        if (figures.preview() == Preview.ANSWER) {
            return new Received(outcome, null);
        }
        if (outcome.quarantined() || figures.preview() == Preview.PROPOSAL) {
            return new Received(outcome, keep(merchant, feed, figures));
        }
        outcomes.came(merchant, feed.id(), receivedAt);
        return new Received(outcome, null);
    }

    private FeedView feed(MerchantId merchant, SupplierId supplier) {
        FeedView known = feeds.rest(merchant, supplier).orElse(null);
        if (known == null) {
            String code = freeCode(merchant, supplier);
            define.define(merchant, supplier, code, FeedDefinition.OF_FIGURES, null);
            return feeds.find(merchant, code).orElseThrow();
        }
        if (known.retired()) {
            throw new Problem(
                    FeedProblem.FEED_UNKNOWN,
                    "The feed " + known.code()
                            + ", by which this supplier's figures came, is out of use: take it into use"
                            + " again, or define it by PUT /api/v1/feeds/" + known.code() + ".",
                    "supplier");
        }
        return known;
    }

    private String freeCode(MerchantId merchant, SupplierId supplier) {
        SupplierTerms terms = suppliers.terms(merchant, Set.of(supplier)).get(supplier);
        if (terms == null) {
            throw new Problem(FeedProblem.FEED_UNKNOWN, "The supplier is not known: define it first.", "supplier");
        }
        String code = terms.code();
        String prefix = code.substring(0, Math.min(LONGEST_PREFIX, code.length())) + "-rest";
        String free = prefix;
        for (int i = 2; feeds.lock(merchant, free).isPresent(); i++) {
            free = prefix + "-" + i;
        }
        return free;
    }

    /** A run of figures is at most {@link ApplyFeed#MOST_ROWS} rows: its table fits into memory. */
    private FeedFileId keep(MerchantId merchant, FeedView feed, Figures figures) {
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        try {
            try (TableWriter writer = new TableWriter(table, ',')) {
                writer.write(List.of("supplierSku", "shipFrom", "quantity"));
                for (FeedRow row : figures.rows()) {
                    writer.write(List.of(
                            row.supplierSku(),
                            row.shipFrom() == null ? "" : row.shipFrom(),
                            String.valueOf(Math.max(0, row.quantity()))));
                }
            }
            return files.receive(
                    merchant,
                    new ReceiveFeedFile.Incoming(
                            feed.code(),
                            figures.mode() == FeedMode.FULL ? "figures.csv" : "changed-figures.csv",
                            "text/csv",
                            figures.observedAt(),
                            figures.preview() == Preview.PROPOSAL,
                            null,
                            FileSource.Kind.REST,
                            figures.mode(),
                            figures.sequence()),
                    new ByteArrayInputStream(table.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
