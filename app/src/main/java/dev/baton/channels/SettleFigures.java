package dev.baton.channels;

import dev.baton.channels.NextFigures.Asked;
import dev.baton.channels.StoreFigure.Trouble;
import dev.baton.channels.StoreStock.Level;
import dev.baton.channels.StoreStock.Refused;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down what a store showed or took. Every method needs an open transaction of the merchant. */
@Component
class SettleFigures {

    private final StoreFigures figures;
    private final Clock clock;

    SettleFigures(StoreFigures figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** A figure as it was read. */
    record Seen(
            StoreFigure row,
            @Nullable Integer before,
            @Nullable Integer found) {}

    /**
     * The store shows this. What was asked before a call to the store is thrown away: nobody knows whether it shows
     * the figure before or after.
     */
    List<Seen> read(MerchantId merchant, StoreId store, List<Asked> asked, List<Level> levels) {
        Instant now = clock.instant();
        Map<String, Level> byItem = new HashMap<>();
        levels.forEach(level -> byItem.put(level.itemId(), level));
        Map<String, Asked> byVariant = new HashMap<>();
        asked.forEach(each -> byVariant.put(each.variantId(), each));
        List<StoreFigure> rows = figures.lock(merchant, store, byVariant.keySet());
        List<Seen> seen = new ArrayList<>();
        for (StoreFigure row : rows) {
            Asked question = Objects.requireNonNull(byVariant.get(row.variantId));
            Level level = byItem.get(question.itemId());
            if (level == null
                    || row.push != null
                    || row.generation != question.generation()
                    || !question.itemId().equals(row.itemId)) {
                continue;
            }
            Integer before = row.inStore;
            note(row, level, now);
            seen.add(new Seen(row, before, level.available()));
        }
        figures.write(merchant, rows);
        return seen;
    }

    private static void note(StoreFigure row, Level level, Instant now) {
        Integer available = level.available();
        if (!level.known()) {
            row.ail(Trouble.GONE, "the store has no such inventory item", now);
        } else if (!level.tracked()) {
            row.ail(Trouble.NOT_TRACKED, "the store does not count its stock", now);
        } else if (available == null) {
            row.ail(Trouble.NOT_STOCKED, "it is not stocked at the location", now);
        } else {
            row.read(available, now);
            row.pending = row.isKept();
        }
    }

    /** The store took the figures of the call. */
    void taken(MerchantId merchant, StoreId store, UUID key, List<String> variants) {
        Instant now = clock.instant();
        change(merchant, store, key, variants, row -> row.told(now));
    }

    /** The store took none of the figures, for they were not what they were believed to be, or for the refused ones. */
    void notTaken(MerchantId merchant, StoreId store, UUID key, List<String> variants, List<Refused> refused) {
        Instant now = clock.instant();
        Map<String, Refused> bad = new HashMap<>();
        refused.forEach(each -> bad.put(variants.get(each.index()), each));
        change(merchant, store, key, variants, row -> {
            row.notTold(refused.isEmpty());
            Refused why = bad.get(row.variantId);
            if (why != null) {
                row.ail(trouble(why), why.why(), now);
            }
        });
    }

    private static Trouble trouble(Refused refused) {
        return switch (refused.refusal()) {
            case GONE -> Trouble.GONE;
            case NOT_STOCKED -> Trouble.NOT_STOCKED;
            case OTHER -> Trouble.REFUSED;
        };
    }

    /** The call was not made, or nothing came of it. */
    void notDone(MerchantId merchant, StoreId store, UUID key, List<String> variants) {
        change(merchant, store, key, variants, row -> row.notTold(false));
    }

    /** Rows that are in another call by now were settled by somebody else. */
    private void change(
            MerchantId merchant, StoreId store, UUID key, List<String> variants, Consumer<StoreFigure> change) {
        List<StoreFigure> rows = figures.lock(merchant, store, variants).stream()
                .filter(row -> row.push != null && row.push.id().equals(key))
                .toList();
        rows.forEach(change);
        figures.write(merchant, rows);
    }
}
