package dev.baton.channels;

import dev.baton.channels.FigureChecks.Check;
import dev.baton.merchants.Store;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What stores show and should show, for reading. Every method needs an open transaction of the merchant. */
@Component
public class AvailabilityLookup {

    private final JdbcClient jdbc;
    private final FigureChecks checks;

    AvailabilityLookup(JdbcClient jdbc, FigureChecks checks) {
        this.jdbc = jdbc;
        this.checks = checks;
    }

    /** How a variant stands. */
    public enum Standing {
        /** The store shows what it should. */
        IN_STEP,
        /** It is being read or told. */
        PENDING,
        /** It would be told another figure, but the store is in watch mode. */
        WATCHED,
        /** Its figure is left alone; the reason says why. */
        LEFT_ALONE
    }

    /**
     * One variant of a store.
     *
     * @param desired what may be sold by all that is known
     * @param toShow what the store should show: desired, less units it sold whose orders are not known yet
     * @param inStore what the store shows, as last read or told less known orders; null = never read
     * @param unseen units missing in the store that no known order explains; below 0 = more than told
     * @param limitedBy code of the SKU that sets the figure
     * @param warnings what keeps the figure from stopping sales: NOT_TRACKED, SELLS_ON
     * @param since when desired last changed
     * @param why why it is left alone; null = it is not
     */
    public record Figure(
            UUID id,
            String variantId,
            @Nullable String sku,
            String title,
            Standing standing,
            int desired,
            int toShow,
            @Nullable Integer inStore,
            int unseen,
            @Nullable String limitedBy,
            List<String> warnings,
            Instant since,
            @Nullable Instant toldAt,
            @Nullable String why) {}

    /** Variants of the store after the given one (null = from the first), all or only those a person is warned of. */
    public List<Figure> figures(MerchantId merchant, Store store, boolean onlyWarned, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select figure_id, variant_id, sku, title, state, trouble, why, sells_on, desired, in_store, unseen,
                       plan_due or pending or push_id is not null as pending, limited_by, changed_at, pushed_at
                from store_figure
                where merchant_id = :merchant and store_id = :store and figure_id > :after
                  and (not :warned or state = 'NOT_TRACKED' or sells_on or trouble is not null)
                order by figure_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("store", store.id().value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("warned", onlyWarned)
                .param("limit", limit)
                .query((row, number) -> figure(row, store.live()))
                .list();
    }

    /** How many variants of a store there are. */
    public long count(MerchantId merchant, StoreId store) {
        return jdbc.sql("select count(*) from store_figure where merchant_id = :merchant and store_id = :store")
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query(Long.class)
                .single();
    }

    private static Figure figure(ResultSet row, boolean live) throws SQLException {
        int desired = row.getInt("desired");
        int unseen = row.getInt("unseen");
        Integer inStore = row.getObject("in_store", Integer.class);
        int toShow = Math.max(0, desired - Math.max(0, unseen));
        String state = row.getString("state");
        String trouble = row.getString("trouble");
        OffsetDateTime told = row.getObject("pushed_at", OffsetDateTime.class);
        boolean untracked = state.equals("NOT_TRACKED") || "NOT_TRACKED".equals(trouble);
        boolean sellsOn = row.getBoolean("sells_on");
        return new Figure(
                row.getObject("figure_id", UUID.class),
                row.getString("variant_id"),
                row.getString("sku"),
                row.getString("title"),
                standing(row, state, live, inStore != null && inStore == toShow),
                desired,
                toShow,
                inStore,
                unseen,
                row.getString("limited_by"),
                untracked ? List.of("NOT_TRACKED") : sellsOn ? List.of("SELLS_ON") : List.of(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                told == null ? null : told.toInstant(),
                state.equals("OFFERED") ? row.getString("why") : why(StoreFigure.State.valueOf(state)));
    }

    private static Standing standing(ResultSet row, String state, boolean live, boolean same) throws SQLException {
        if (!state.equals("OFFERED") || row.getString("trouble") != null) {
            return Standing.LEFT_ALONE;
        }
        if (row.getBoolean("pending")) {
            return Standing.PENDING;
        }
        return same ? Standing.IN_STEP : live ? Standing.PENDING : Standing.WATCHED;
    }

    private static @Nullable String why(StoreFigure.State state) {
        return switch (state) {
            case OFFERED -> null;
            case UNMAPPED -> "no SKU of the catalogue is known for it";
            case NOT_SHIPPED -> "it is nothing a supplier ships";
            case NOT_TRACKED -> "the store does not track its quantity";
            case NO_ITEM -> "the store named no inventory item for it";
            case NOT_LISTED -> "the store does not sell it any more";
        };
    }

    /**
     * The last comparison of a store's figures with what it was told.
     *
     * @param endedAt null while it is under way
     * @param drifted figures that were wrong
     * @param reason why it ended early; null = it did not
     */
    public record Comparison(
            UUID id,
            Instant begunAt,
            @Nullable Instant endedAt,
            int checked,
            int drifted,
            @Nullable String reason) {}

    /** Empty when the store was never compared. */
    public Optional<Comparison> lastComparison(MerchantId merchant, StoreId store) {
        return checks.latest(merchant, store).map(AvailabilityLookup::comparison);
    }

    private static Comparison comparison(Check check) {
        return new Comparison(
                check.id(), check.begunAt(), check.endedAt(), check.checked(), check.drifted(), check.reason());
    }

    /**
     * A figure that was wrong.
     *
     * @param kind LOWER, HIGHER, or UNEXPLAINED: no order explained within a day what was missing
     * @param expected what the store was believed to show
     * @param found what it showed
     * @param mended whether it shows now what it should
     */
    public record Drift(
            UUID id,
            String variantId,
            @Nullable String sku,
            String title,
            String kind,
            int expected,
            int found,
            boolean mended) {}

    /** Wrong figures of a comparison after the given one (null = from the first). */
    public List<Drift> drifts(MerchantId merchant, UUID comparison, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select d.drift_id, d.variant_id, f.sku, f.title, d.kind, d.expected, d.found,
                       not f.plan_due and not f.pending and f.push_id is null and f.trouble is null
                         and f.in_store is not distinct from greatest(0, f.desired - greatest(0, f.unseen)) as mended
                from availability_drift d
                join store_figure f on f.merchant_id = d.merchant_id and f.store_id = d.store_id
                  and f.variant_id = d.variant_id
                where d.merchant_id = :merchant and d.check_id = :check and d.drift_id > :after
                order by d.drift_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("check", comparison)
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> new Drift(
                        row.getObject("drift_id", UUID.class),
                        row.getString("variant_id"),
                        row.getString("sku"),
                        row.getString("title"),
                        row.getString("kind"),
                        row.getInt("expected"),
                        row.getInt("found"),
                        row.getBoolean("mended")))
                .list();
    }
}
