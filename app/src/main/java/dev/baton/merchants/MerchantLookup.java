package dev.baton.merchants;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is known of a merchant. Every method needs an open transaction of the merchant. */
@Component
public final class MerchantLookup {

    private final JdbcClient jdbc;

    public MerchantLookup(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How the merchant wants its orders handled.
     *
     * @throws Problem NOT_FOUND when there is no such merchant
     */
    public MerchantSettings settings(MerchantId merchant) {
        return jdbc.sql("""
                select name, book_currency, zone, value_limit_minor, may_split_lines, split_penalty_minor,
                       max_reroutes, duplicate_window_hours, customer_answer_hours, grace_seconds, blocked_countries,
                       require_data_permission, hold_unpaid, margin_floor_bps
                from merchant where merchant_id = :merchant
                """)
                .param("merchant", merchant.value())
                .query((row, number) -> settings(row))
                .optional()
                .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such merchant here."));
    }

    /** A store by its id; empty when it is not this merchant's. */
    public Optional<Store> store(MerchantId merchant, StoreId store) {
        return jdbc.sql("""
                select store_id, code, kind, name, currency, zone, brand, notify_customer, live,
                       told_by_baton, told_by_store
                from store
                where merchant_id = :merchant and store_id = :store
                """)
                .param("merchant", merchant.value())
                .param("store", store.value())
                .query((row, number) -> store(row))
                .optional();
    }

    /** A store by the merchant's own short name; empty when there is none. */
    public Optional<Store> storeByCode(MerchantId merchant, String code) {
        return jdbc.sql("""
                select store_id, code, kind, name, currency, zone, brand, notify_customer, live,
                       told_by_baton, told_by_store
                from store
                where merchant_id = :merchant and code = :code
                """)
                .param("merchant", merchant.value())
                .param("code", code)
                .query((row, number) -> store(row))
                .optional();
    }

    /** All stores, by code. */
    public List<Store> stores(MerchantId merchant) {
        return jdbc.sql("""
                select store_id, code, kind, name, currency, zone, brand, notify_customer, live,
                       told_by_baton, told_by_store
                from store
                where merchant_id = :merchant order by code limit 1000
                """)
                .param("merchant", merchant.value())
                .query((row, number) -> store(row))
                .list();
    }

    /** For each currency the latest rate to the book currency that was dated on or before the given instant (UTC). */
    public List<FxRate> rates(MerchantId merchant, Instant asOf) {
        return jdbc.sql("""
                select distinct on (r.from_currency) r.from_currency, r.to_currency, r.as_of, r.rate_micros
                from fx_rate r join merchant m on m.merchant_id = r.merchant_id and m.book_currency = r.to_currency
                where r.merchant_id = :merchant and m.merchant_id = :merchant and r.as_of <= :day
                order by r.from_currency, r.as_of desc
                limit 200
                """)
                .param("merchant", merchant.value())
                .param("day", LocalDate.ofInstant(asOf, ZoneOffset.UTC))
                .query((row, number) -> new FxRate(
                        row.getString("from_currency"),
                        row.getString("to_currency"),
                        row.getObject("as_of", LocalDate.class),
                        row.getLong("rate_micros")))
                .list();
    }

    private static MerchantSettings settings(ResultSet row) throws SQLException {
        return new MerchantSettings(
                row.getString("name"),
                row.getString("book_currency"),
                ZoneId.of(row.getString("zone")),
                row.getLong("value_limit_minor"),
                row.getBoolean("may_split_lines"),
                row.getLong("split_penalty_minor"),
                row.getInt("max_reroutes"),
                row.getInt("duplicate_window_hours"),
                row.getInt("customer_answer_hours"),
                row.getInt("grace_seconds"),
                Set.of((String[]) row.getArray("blocked_countries").getArray()),
                row.getBoolean("require_data_permission"),
                row.getBoolean("hold_unpaid"),
                row.getObject("margin_floor_bps", Integer.class));
    }

    private static Store store(ResultSet row) throws SQLException {
        return new Store(
                new StoreId(row.getObject("store_id", UUID.class)),
                row.getString("code"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")),
                row.getString("brand"),
                MailSender.valueOf(row.getString("notify_customer")),
                row.getBoolean("live"),
                senders(row));
    }

    private static Map<MessageKind, MailSender> senders(ResultSet row) throws SQLException {
        Map<MessageKind, MailSender> senders = new EnumMap<>(MessageKind.class);
        for (String kind : (String[]) row.getArray("told_by_baton").getArray()) {
            senders.put(MessageKind.valueOf(kind), MailSender.BATON);
        }
        for (String kind : (String[]) row.getArray("told_by_store").getArray()) {
            senders.put(MessageKind.valueOf(kind), MailSender.STORE);
        }
        return senders;
    }
}
