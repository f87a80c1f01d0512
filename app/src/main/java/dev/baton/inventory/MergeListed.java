package dev.baton.inventory;

import dev.baton.catalog.OfferId;
import dev.baton.inventory.FeedLines.Line;
import dev.baton.inventory.FeedMerge.Tally;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Merges rows a feed lists; only what differs is locked and written. Needs an open transaction. */
@Component
final class MergeListed {

    private final StockRows rows;
    private final StockChanges stock;
    private final FeedScopes scopes;
    private final Deductions deductions;
    private final CoverDeductions cover;
    private final Observations ledger;

    MergeListed(
            StockRows rows,
            StockChanges stock,
            FeedScopes scopes,
            Deductions deductions,
            CoverDeductions cover,
            Observations ledger) {
        this.rows = rows;
        this.stock = stock;
        this.scopes = scopes;
        this.deductions = deductions;
        this.cover = cover;
        this.ledger = ledger;
    }

    Tally merge(MerchantId merchant, FeedMerge run, List<Line> lines) {
        Scope scope = scopes.lock(merchant, run.supplier());
        Map<OfferId, Line> byOffer = new LinkedHashMap<>();
        lines.forEach(line -> byOffer.put(line.offer(), line));
        List<StockRow> glanced = glance(merchant, run.supplier(), byOffer);
        Set<OfferId> needed = deductions.openAmong(merchant, run.supplier(), byOffer.keySet(), run.contains());
        for (StockRow row : glanced) {
            if (needsWrite(run, row, figure(run, scope, row, byOffer))) {
                needed.add(row.offer());
            }
        }
        LockedStock locked = stock.lock(merchant, needed);
        Merge merge = new Merge(run, scope, locked);
        for (StockRow row : glanced) {
            merge.take(row, Objects.requireNonNull(byOffer.get(row.offer())).quantity());
        }
        ledger.keep(
                merchant,
                Observations.Source.FEED,
                run.id().value(),
                run.order().at(),
                merge.kept);
        merge.figuresAt.keySet().retainAll(locked.offers());
        cover.cover(merchant, locked, run.supplier(), merge.figuresAt);
        stock.settle(merchant, locked);
        return merge.tally();
    }

    private List<StockRow> glance(MerchantId merchant, SupplierId supplier, Map<OfferId, Line> lines) {
        List<StockRow> known = rows.glance(merchant, lines.keySet());
        if (known.size() == lines.size()) {
            return known;
        }
        Set<OfferId> present = known.stream().map(StockRow::offer).collect(Collectors.toSet());
        List<UnseenOffer> missing = lines.values().stream()
                .filter(line -> !present.contains(line.offer()))
                .map(line -> new UnseenOffer(line.offer(), line.sku(), supplier))
                .toList();
        rows.insertMissing(merchant, missing);
        return rows.glance(merchant, lines.keySet());
    }

    private static Figure figure(FeedMerge run, Scope scope, StockRow row, Map<OfferId, Line> lines) {
        return Figure.of(
                row,
                scope,
                run.order(),
                Objects.requireNonNull(lines.get(row.offer())).quantity());
    }

    private static boolean needsWrite(FeedMerge run, StockRow row, Figure figure) {
        return switch (figure) {
            case APPLIES -> true;
            case CONFIRMS -> run.writesConfirmed(row);
            case SUPERSEDED -> false;
        };
    }

    /** The run's figures meeting the rows as they are under lock. */
    private static final class Merge {

        private final FeedMerge run;
        private final Scope scope;
        private final LockedStock locked;
        private final List<Observations.Row> kept = new ArrayList<>();
        private final Map<OfferId, Instant> figuresAt = new HashMap<>();
        private int applied;
        private int unchanged;
        private int superseded;

        Merge(FeedMerge run, Scope scope, LockedStock locked) {
            this.run = run;
            this.scope = scope;
            this.locked = locked;
        }

        /** A row that needed no lock stays as it was seen: only a rejection may change it meanwhile, to 0. */
        void take(StockRow seen, int quantity) {
            @Nullable Balance balance = locked.find(seen.offer()).orElse(null);
            StockRow row = balance == null ? seen : balance.before();
            switch (Figure.of(row, scope, run.order(), quantity)) {
                case APPLIES -> {
                    applied++;
                    kept.add(new Observations.Row(row.offer(), quantity, row.observed(), true));
                    observe(locked.of(row.offer()), quantity);
                }
                case CONFIRMS -> {
                    unchanged++;
                    if (balance != null && run.writesConfirmed(row)) {
                        observe(balance, quantity);
                    } else {
                        figuresAt.put(row.offer(), run.contains());
                    }
                }
                case SUPERSEDED -> {
                    superseded++;
                    kept.add(new Observations.Row(row.offer(), quantity, row.observed(), false));
                }
            }
        }

        private void observe(Balance balance, int quantity) {
            balance.observe(quantity, run.order(), scope);
            figuresAt.put(balance.offer(), run.contains());
        }

        Tally tally() {
            return new Tally(applied, unchanged, superseded);
        }
    }
}
