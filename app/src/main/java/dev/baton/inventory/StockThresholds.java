package dev.baton.inventory;

import dev.baton.catalog.SkuId;
import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When to warn of stock: for all, for a supplier's offers, for one SKU. The nearest word counts. */
@Component
public final class StockThresholds {

    /** Days of cover below which goods are low unless the merchant says otherwise. */
    public static final int LOW_DAYS = 7;

    /** Days after which a figure is stale unless the merchant says otherwise. */
    public static final int STALE_DAYS = 3;

    /** Most words that are listed. */
    private static final int MOST = 1_000;

    private static final int MOST_DAYS = 365;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    StockThresholds(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /** Whom a word is about. */
    public enum Scope {
        /** Everything. */
        MERCHANT,
        /** What one supplier offers. */
        SUPPLIER,
        /** One SKU. */
        SKU
    }

    /**
     * One word.
     *
     * @param subject the merchant's, supplier's or SKU's id
     * @param lowDays days of cover; 0 = never warn, null = as the next wider word says
     * @param staleDays days a figure may be old; 0 = never warn, null = as the next wider word says
     */
    public record Word(
            Scope scope,
            UUID subject,
            @Nullable Integer lowDays,
            @Nullable Integer staleDays) {}

    /**
     * Keeps the word in place of an earlier one; one without days is taken back. It counts from the next look on. Opens
     * or joins a transaction.
     *
     * @throws Problem {@link InventoryProblem#THRESHOLD_INVALID} when days are below 0 or more than a year
     */
    public void set(MerchantId merchant, Word word) {
        check("lowDays", word.lowDays());
        check("staleDays", word.staleDays());
        tenancy.run(merchant, () -> {
            if (word.lowDays() == null && word.staleDays() == null) {
                jdbc.sql("delete from stock_threshold where merchant_id = :merchant and subject_id = :subject")
                        .param("merchant", merchant.value())
                        .param("subject", word.subject())
                        .update();
            } else {
                write(merchant, word);
            }
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "StockThresholds",
                            word.scope().name(),
                            word.subject(),
                            null,
                            "low " + word.lowDays() + ", stale " + word.staleDays(),
                            null)));
        });
    }

    private void write(MerchantId merchant, Word word) {
        jdbc.sql("""
                insert into stock_threshold (merchant_id, subject_id, scope, low_days, stale_days)
                values (:merchant, :subject, :scope, :low, :stale)
                on conflict (merchant_id, subject_id)
                do update set low_days = excluded.low_days, stale_days = excluded.stale_days
                """)
                .param("merchant", merchant.value())
                .param("subject", word.subject())
                .param("scope", word.scope().name())
                .param("low", word.lowDays(), Types.INTEGER)
                .param("stale", word.staleDays(), Types.INTEGER)
                .update();
    }

    private static void check(String field, @Nullable Integer days) {
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            throw new Problem(
                    InventoryProblem.THRESHOLD_INVALID,
                    field + " is 0 to " + MOST_DAYS + " days; 0 = never warn.",
                    field);
        }
    }

    /** What the merchant said, the first {@value #MOST}. Opens or joins a transaction. */
    public List<Word> words(MerchantId merchant) {
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                select scope, subject_id, low_days, stale_days
                from stock_threshold
                where merchant_id = :merchant
                order by subject_id
                limit :most
                """)
                        .param("merchant", merchant.value())
                        .param("most", MOST)
                        .query((row, number) -> read(row))
                        .list());
    }

    /** What counts for these SKUs and suppliers. Needs an open transaction. */
    InForce inForce(MerchantId merchant, Collection<SkuId> skus, Collection<SupplierId> suppliers) {
        List<UUID> subjects = new ArrayList<>();
        subjects.add(merchant.value());
        skus.forEach(sku -> subjects.add(sku.value()));
        suppliers.forEach(supplier -> subjects.add(supplier.value()));
        Map<UUID, Word> words = new HashMap<>();
        jdbc.sql("""
                select scope, subject_id, low_days, stale_days
                from stock_threshold
                where merchant_id = :merchant and subject_id = any(:subjects::uuid[])
                """)
                .param("merchant", merchant.value())
                .param("subjects", SqlArrays.uuids(subjects))
                .query(row -> {
                    Word word = read(row);
                    words.put(word.subject(), word);
                });
        return new InForce(words, merchant);
    }

    /** The words that count. */
    record InForce(Map<UUID, Word> words, MerchantId merchant) {

        /** Of a SKU that these suppliers offer: the SKU's own word, else the most careful supplier's, else for all. */
        int lowDays(SkuId sku, Collection<SupplierId> suppliers) {
            @Nullable Integer own = low(sku.value());
            if (own != null) {
                return own;
            }
            int most = -1;
            for (SupplierId supplier : suppliers) {
                @Nullable Integer said = low(supplier.value());
                most = said == null ? most : Math.max(most, said);
            }
            @Nullable Integer all = low(merchant.value());
            return most >= 0 ? most : all == null ? LOW_DAYS : all;
        }

        int staleDays(SkuId sku, SupplierId supplier) {
            for (UUID subject : List.of(sku.value(), supplier.value(), merchant.value())) {
                @Nullable Word word = words.get(subject);
                if (word != null && word.staleDays() != null) {
                    return word.staleDays();
                }
            }
            return STALE_DAYS;
        }

        private @Nullable Integer low(UUID subject) {
            @Nullable Word word = words.get(subject);
            return word == null ? null : word.lowDays();
        }
    }

    private static Word read(ResultSet row) throws SQLException {
        return new Word(
                Scope.valueOf(row.getString("scope")),
                row.getObject("subject_id", UUID.class),
                days(row, "low_days"),
                days(row, "stale_days"));
    }

    private static @Nullable Integer days(ResultSet row, String column) throws SQLException {
        int days = row.getInt(column);
        return row.wasNull() ? null : (Integer) days;
    }
}
