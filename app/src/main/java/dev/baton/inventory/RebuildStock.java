package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.VerifyStock.StockDifference;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes what counts against the suppliers' figures anew from the bottom: each claim from its releases and deductions,
 * each offer from its claims, each shortage from its offer. On a sound database it changes nothing.
 */
@Component
public final class RebuildStock {

    /** Changes of one kind in one transaction; the act goes on until nothing is left to change. */
    static final int MOST = VerifyStock.MOST;

    /** Changes that are answered; the audit has them all. */
    public static final int MOST_ANSWERED = 1_000;

    private final Tenancy tenancy;
    private final ClaimSums sums;
    private final VerifyStock verify;
    private final StockChanges stock;
    private final Audit audit;

    RebuildStock(Tenancy tenancy, ClaimSums sums, VerifyStock verify, StockChanges stock, Audit audit) {
        this.tenancy = tenancy;
        this.sums = sums;
        this.verify = verify;
        this.stock = stock;
        this.audit = audit;
    }

    /** What did not add up. */
    public enum Wrong {
        /** Units of a claim that were given back. */
        CLAIM_RELEASED,
        /** Units of a claim that count against the figure. */
        CLAIM_UNCOVERED,
        /** Units of an offer's claims together. */
        OFFER_UNCOVERED,
        /** Whether an offer is marked short: 1 = it is. */
        SHORTAGE
    }

    /**
     * One number that was, or would be, changed.
     *
     * @param claim null but for a claim's
     */
    public record Change(
            Wrong what, OfferId offer, @Nullable UUID claim, long before, long after) {}

    /** What a rebuild would change, the first {@value #MOST} of each kind. Opens or joins a transaction. */
    public List<Change> differences(MerchantId merchant) {
        return tenancy.inTransaction(
                merchant,
                () -> Stream.of(
                                changes(sums.wrong(merchant, MOST)).stream(),
                                verify.differences(merchant).stream().map(RebuildStock::change),
                                sums.wronglyMarked(merchant, MOST).stream().map(RebuildStock::marked))
                        .flatMap(each -> each)
                        .toList());
    }

    /**
     * Changes what does not add up and answers it, at most {@value #MOST_ANSWERED}. Several transactions, at most {@value
     * #MOST} offers each: call it without an open one.
     */
    public List<Change> rebuild(MerchantId merchant) {
        List<Change> all = repeat(merchant, () -> uncovered(merchant));
        List<Change> marks = repeat(merchant, () -> shortages(merchant));
        all.addAll(marks.subList(0, Math.min(marks.size(), MOST_ANSWERED - all.size())));
        return all;
    }

    /** As {@link #rebuild}, claims and offers alone. */
    List<Change> rebuildUncovered(MerchantId merchant) {
        return repeat(merchant, () -> uncovered(merchant));
    }

    /** As {@link #rebuild}, what is marked short alone. */
    List<Change> rebuildShortages(MerchantId merchant) {
        return repeat(merchant, () -> shortages(merchant));
    }

    private List<Change> repeat(MerchantId merchant, Supplier<List<Change>> part) {
        List<Change> all = new ArrayList<>();
        List<Change> step;
        do {
            step = tenancy.inTransaction(merchant, part);
            all.addAll(step.subList(0, Math.min(step.size(), MOST_ANSWERED - all.size())));
        } while (step.size() >= MOST);
        return all;
    }

    private List<Change> uncovered(MerchantId merchant) {
        List<Change> done = new ArrayList<>(claims(merchant));
        verify.repair(merchant).forEach(difference -> done.add(change(difference)));
        return done;
    }

    /** The claims' offers are locked first; what is still wrong then is written. */
    private List<Change> claims(MerchantId merchant) {
        List<ClaimSums.Wrong> suspects = sums.wrong(merchant, MOST);
        if (suspects.isEmpty()) {
            return List.of();
        }
        stock.lock(merchant, suspects.stream().map(ClaimSums.Wrong::offer).collect(Collectors.toSet()));
        List<ClaimSums.Wrong> wrong = sums.wrongAmong(
                merchant, suspects.stream().map(ClaimSums.Wrong::claim).toList());
        sums.write(merchant, wrong);
        List<Change> changes = changes(wrong);
        audit(merchant, changes);
        return changes;
    }

    private List<Change> shortages(MerchantId merchant) {
        List<ClaimSums.Marked> suspects = sums.wronglyMarked(merchant, MOST);
        LockedStock locked = stock.lock(
                merchant, suspects.stream().map(ClaimSums.Marked::offer).toList());
        List<Change> changes = locked.all().stream()
                .map(Balance::before)
                .filter(row -> row.observed() < row.uncovered() != (row.shortSince() != null))
                .map(row -> marked(new ClaimSums.Marked(row.offer(), row.shortSince() != null)))
                .toList();
        stock.settle(merchant, locked);
        audit(merchant, changes);
        return changes;
    }

    private void audit(MerchantId merchant, List<Change> changes) {
        audit.record(
                merchant,
                changes.stream()
                        .map(change -> new AuditEntry(
                                "RebuildStock",
                                change.claim() == null ? "offer" : "stock_claim",
                                change.claim() == null ? change.offer().value() : change.claim(),
                                String.valueOf(change.before()),
                                String.valueOf(change.after()),
                                change.what() + " did not add up"))
                        .toList());
    }

    private static List<Change> changes(List<ClaimSums.Wrong> wrong) {
        List<Change> changes = new ArrayList<>();
        for (ClaimSums.Wrong each : wrong) {
            if (each.released() != each.shouldReleased()) {
                changes.add(new Change(
                        Wrong.CLAIM_RELEASED, each.offer(), each.claim(), each.released(), each.shouldReleased()));
            }
            if (each.uncovered() != each.shouldUncovered()) {
                changes.add(new Change(
                        Wrong.CLAIM_UNCOVERED, each.offer(), each.claim(), each.uncovered(), each.shouldUncovered()));
            }
        }
        return changes;
    }

    private static Change change(StockDifference difference) {
        return new Change(
                Wrong.OFFER_UNCOVERED, difference.offer(), null, difference.uncovered(), difference.claimed());
    }

    private static Change marked(ClaimSums.Marked marked) {
        return new Change(Wrong.SHORTAGE, marked.offer(), null, marked.shortNow() ? 1 : 0, marked.shortNow() ? 0 : 1);
    }
}
