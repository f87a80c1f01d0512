package dev.baton.inventory;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.Offer;
import dev.baton.catalog.OfferId;
import dev.baton.catalog.OffersByCode;
import dev.baton.catalog.SkuId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.inventory.FeedLines.Matched;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Crash;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes the rows of a stock file in, a piece at a time, without changing any stock. What was taken stays taken when the
 * reader dies; it goes on behind the row it is told.
 */
@Component
public final class StageFeed {

    /** Most rows of one piece. */
    public static final int MOST_ROWS = 50_000;

    /** Most faults of one piece. */
    public static final int MOST_FAULTS = 10_000;

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final CatalogLookup catalog;
    private final OffersByCode codes;
    private final FeedLines lines;
    private final StagedRuns runs;
    private final FeedRuns moves;
    private final StagedFigures figures;
    private final StagedFaults faults;
    private final Ids ids;

    StageFeed(
            Tenancy tenancy,
            SupplierLookup suppliers,
            CatalogLookup catalog,
            OffersByCode codes,
            FeedLines lines,
            StagedRuns runs,
            FeedRuns moves,
            StagedFigures figures,
            StagedFaults faults,
            Ids ids) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.catalog = catalog;
        this.codes = codes;
        this.lines = lines;
        this.runs = runs;
        this.moves = moves;
        this.figures = figures;
        this.faults = faults;
        this.ids = ids;
    }

    /**
     * Opens a run. Opens or joins a transaction.
     *
     * @throws Problem {@link InventoryProblem#FEED_SUPPLIER_UNKNOWN}; NOT_FOUND when there is no run to mend
     */
    public FeedRunId begin(MerchantId merchant, NewStagedRun run) {
        return tenancy.inTransaction(merchant, () -> {
            @Nullable
            SupplierTerms terms =
                    suppliers.terms(merchant, Set.of(run.supplier())).get(run.supplier());
            if (terms == null) {
                throw new Problem(
                        InventoryProblem.FEED_SUPPLIER_UNKNOWN,
                        "The supplier is not known: define it first.",
                        "supplier");
            }
            FeedRunId id = new FeedRunId(ids.next());
            Absence absence = run.absence() == null ? terms.absence() : run.absence();
            runs.insert(merchant, id, run, order(merchant, run, terms), absence);
            figures.mark(merchant, id);
            return id;
        });
    }

    /** Mended rows are of the time of their file, and just late enough to stand beside what it said by leaving them out. */
    private FeedOrder order(MerchantId merchant, NewStagedRun run, SupplierTerms terms) {
        @Nullable FeedRunId mended = run.mends();
        if (mended != null) {
            return runs.lastOf(merchant, mended)
                    .map(last -> new FeedOrder(last.plusNanos(1_000), null, true))
                    .orElseThrow(() -> new Problem(
                            CommonProblem.NOT_FOUND, "There is no stock file of that id to mend.", "mends"));
        }
        Duration maxAge = run.maxAge() == null ? Duration.ofSeconds(terms.maxFeedAgeSeconds()) : run.maxAge();
        return FeedOrder.of(
                new NewFeedRun(run.supplier(), run.mode(), run.observedAt(), run.sequence(), List.of()),
                FeedOrder.micros(run.receivedAt()),
                maxAge);
    }

    /**
     * The row up to which all is taken, 0 = none yet; null when the run takes no more rows. Opens a transaction. Where
     * the staging was lost with the database's memory, it begins anew.
     */
    public @Nullable Long reached(MerchantId merchant, FeedRunId run) {
        return tenancy.<@Nullable Long>inTransaction(merchant, () -> {
            StagedRun staged = locked(merchant, run);
            if (staged.state() != FeedRuns.State.STAGING) {
                return null;
            }
            if (figures.isMarked(merchant, run)) {
                return staged.reachedRow();
            }
            runs.reached(merchant, run, 0, 0);
            figures.mark(merchant, run);
            return 0L;
        });
    }

    /**
     * Begins the staging of a run anew, because it was lost on the way into the figures; what is merged stays merged, and
     * what a person said of it stands. Opens a transaction.
     */
    public void again(MerchantId merchant, FeedRunId run) {
        tenancy.run(merchant, () -> {
            StagedRun staged = locked(merchant, run);
            if (staged.state() != FeedRuns.State.MERGED && staged.state() != FeedRuns.State.REFUSED) {
                moves.move(merchant, run, FeedRuns.State.STAGING);
                runs.reached(merchant, run, 0, 0);
                figures.mark(merchant, run);
            }
        });
    }

    private StagedRun locked(MerchantId merchant, FeedRunId run) {
        return runs.lock(merchant, run)
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no stock file of that id."));
    }

    /** A piece of rows with the offers they may mean. */
    public static final class Piece {

        private final List<StagedRow> rows;
        private final List<FeedRow> figures;
        private final Map<String, List<OffersByCode.Found>> offers;
        private final List<StagedFault> found;
        private final long upTo;

        private Piece(
                List<StagedRow> rows,
                List<FeedRow> figures,
                Map<String, List<OffersByCode.Found>> offers,
                List<StagedFault> found,
                long upTo) {
            this.rows = rows;
            this.figures = figures;
            this.offers = offers;
            this.found = found;
            this.upTo = upTo;
        }
    }

    /**
     * Finds the offers of the next piece of rows; changes nothing, so that it may run while the piece before is taken.
     * Opens a transaction.
     *
     * @param found what the reader found wrong with rows of this piece
     * @param upTo the last row of the file this piece covers
     * @throws IllegalStateException when the piece is too large
     */
    public Piece match(MerchantId merchant, FeedRunId run, List<StagedRow> rows, List<StagedFault> found, long upTo) {
        if (rows.size() > MOST_ROWS) {
            throw new IllegalStateException(rows.size() + " rows in one piece");
        }
        return tenancy.inTransaction(merchant, () -> {
            StagedRun known = runs.find(merchant, run)
                    .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no stock file of that id."));
            List<FeedRow> figures = rows.stream()
                    .map(row -> new FeedRow(
                            row.supplierSku(), row.shipFrom() == null ? known.place() : row.shipFrom(), row.quantity()))
                    .toList();
            return new Piece(rows, figures, lines.find(merchant, known.supplier(), figures), found, upTo);
        });
    }

    /**
     * Takes the next piece of rows, in one transaction.
     *
     * @throws IllegalStateException when the staging was lost: ask {@link #reached} again
     */
    public void stage(MerchantId merchant, FeedRunId run, Piece piece) {
        tenancy.run(merchant, () -> {
            StagedRun staged = locked(merchant, run);
            if (staged.state() != FeedRuns.State.STAGING || piece.upTo <= staged.reachedRow()) {
                return;
            }
            requireMark(merchant, run);
            faults.keep(merchant, run, take(merchant, staged, piece));
            runs.reached(merchant, run, piece.upTo, piece.rows.size());
            Crash.at("inventory.feed-staged");
        });
    }

    /** Finds the offers of a piece and takes it, one after the other. */
    public void stage(MerchantId merchant, FeedRunId run, List<StagedRow> rows, List<StagedFault> found, long upTo) {
        stage(merchant, run, match(merchant, run, rows, found, upTo));
    }

    private void requireMark(MerchantId merchant, FeedRunId run) {
        if (!figures.isMarked(merchant, run)) {
            throw new IllegalStateException("the staging of run " + run.value() + " was lost and begins anew");
        }
    }

    /** Keeps the figures; answers all that is wrong with the rows. */
    private List<StagedFault> take(MerchantId merchant, StagedRun run, Piece piece) {
        List<StagedFault> all = new ArrayList<>(piece.found);
        Matched matched = lines.match(piece.figures, piece.offers);
        for (FeedFault fault : matched.faults()) {
            boolean used = !matched.unused().contains(fault.row());
            all.add(new StagedFault(piece.rows.get(fault.row()).row(), fault.supplierSku(), used, fault.message()));
        }
        Map<OfferId, SkuId> unclear = new HashMap<>(matched.unclear());
        unclear.putAll(meant(merchant, run, all));
        figures.keep(merchant, run.id(), matched.lines(), unclear);
        return all;
    }

    /** Offers of rows that were left out: the file has them, so they are not absent from it. */
    private Map<OfferId, SkuId> meant(MerchantId merchant, StagedRun run, List<StagedFault> faults) {
        Set<String> stated = faults.stream()
                .filter(fault -> !fault.used() && !fault.supplierSku().isEmpty())
                .map(StagedFault::supplierSku)
                .collect(Collectors.toSet());
        Map<OfferId, SkuId> meant = new HashMap<>();
        codes.find(merchant, run.supplier(), stated)
                .values()
                .forEach(offers -> offers.stream()
                        .filter(offer -> run.place() == null || offer.shipFrom().equals(run.place()))
                        .forEach(offer -> meant.put(offer.offer(), offer.sku())));
        return meant;
    }

    /**
     * Adds what a file of one place leaves out, as figures of 0 where that is what absence means. Called once all rows
     * are taken, again after a failure; a transaction a page.
     */
    public void complete(MerchantId merchant, FeedRunId run) {
        StagedRun staged = tenancy.inTransaction(merchant, () -> locked(merchant, run));
        @Nullable String place = staged.place();
        if (place == null || !staged.isFull() || staged.absence() == Absence.KEEP) {
            return;
        }
        @Nullable OfferId after = null;
        do {
            @Nullable OfferId from = after;
            after = tenancy.<@Nullable OfferId>inTransaction(merchant, () -> addAbsent(merchant, staged, place, from));
        } while (after != null);
    }

    private @Nullable OfferId addAbsent(MerchantId merchant, StagedRun run, String place, @Nullable OfferId after) {
        requireMark(merchant, run.id());
        List<Offer> offers = catalog.offersFrom(merchant, run.supplier(), place, after, ApplyFeed.CHUNK);
        Map<OfferId, @Nullable Integer> staged =
                figures.among(merchant, run.id(), offers.stream().map(Offer::id).toList());
        List<Line> absent = offers.stream()
                .filter(offer -> !staged.containsKey(offer.id()))
                .map(offer -> new Line(offer.id(), offer.sku(), 0))
                .toList();
        figures.keep(merchant, run.id(), absent, Map.of());
        return offers.size() < ApplyFeed.CHUNK ? null : offers.getLast().id();
    }
}
