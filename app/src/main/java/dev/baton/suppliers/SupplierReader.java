package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Money;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all suppliers of a merchant in seven statements, in the order of their codes. */
@Component
final class SupplierReader {

    /** Most suppliers a merchant may have; more are refused nowhere, but not read either. */
    private static final int MOST_SUPPLIERS = 20_000;

    private final JdbcClient jdbc;
    private final Closures closures;

    SupplierReader(JdbcClient jdbc, Closures closures) {
        this.jdbc = jdbc;
        this.closures = closures;
    }

    /** What hangs on a supplier in tables of its own. */
    private record Lists(
            Map<SupplierId, Set<LocalDate>> holidays,
            Map<SupplierId, List<Closure>> closures,
            Map<SupplierId, List<ShippingRate>> rates,
            Map<SupplierId, List<ShipMethod>> methods,
            Map<SupplierId, OrderTerms> orderTerms) {}

    Map<SupplierId, SupplierTerms> terms(MerchantId merchant) {
        Lists lists = new Lists(
                holidays(merchant),
                closures.ofAll(merchant),
                rates(merchant),
                shipMethods(merchant),
                orderTerms(merchant));
        Map<SupplierId, SupplierTerms> terms = new LinkedHashMap<>();
        jdbc.sql("""
                select supplier_id, code, name, currency, zone, country, work_days, opens, closes, ack_hours, netting,
                       booking_lag_seconds, grace_seconds, absence, silent_delta_confirms, max_feed_age_seconds,
                       dropship_fee_minor, max_parcel_weight_grams, packaging, branding, insert_note, label_note, special, channel_url, mail_address,
                       mail_cc, language, live,
                       pause_reason
                from supplier
                where merchant_id = :merchant
                order by code
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("most", MOST_SUPPLIERS)
                .query((row, number) -> terms(row, lists))
                .list()
                .forEach(each -> terms.put(each.id(), each));
        return Collections.unmodifiableMap(terms);
    }

    Map<SupplierId, byte[]> sealedSecrets(MerchantId merchant) {
        Map<SupplierId, byte[]> secrets = new HashMap<>();
        jdbc.sql("""
                select supplier_id, channel_secret from supplier
                where merchant_id = :merchant and channel_secret is not null
                limit :most
                """)
                .param("merchant", merchant.value())
                .param("most", MOST_SUPPLIERS)
                .query(row -> {
                    secrets.put(supplier(row), row.getBytes("channel_secret"));
                });
        return secrets;
    }

    private Map<SupplierId, Set<LocalDate>> holidays(MerchantId merchant) {
        Map<SupplierId, Set<LocalDate>> holidays = new HashMap<>();
        jdbc.sql("select supplier_id, day from supplier_holiday where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .query(row -> {
                    holidays.computeIfAbsent(supplier(row), none -> new HashSet<>())
                            .add(row.getObject("day", LocalDate.class));
                });
        return holidays;
    }

    private Map<SupplierId, List<ShippingRate>> rates(MerchantId merchant) {
        Map<SupplierId, List<ShippingRate>> rates = new HashMap<>();
        jdbc.sql("""
                select supplier_id, country, max_weight_grams, price_minor
                from supplier_shipping_rate
                where merchant_id = :merchant
                order by supplier_id, country, max_weight_grams
                """).param("merchant", merchant.value()).query(row -> {
            rates.computeIfAbsent(supplier(row), none -> new ArrayList<>())
                    .add(new ShippingRate(
                            row.getString("country"), row.getInt("max_weight_grams"), row.getLong("price_minor")));
        });
        return rates;
    }

    private Map<SupplierId, List<ShipMethod>> shipMethods(MerchantId merchant) {
        Map<SupplierId, List<ShipMethod>> methods = new HashMap<>();
        jdbc.sql("""
                select supplier_id, store_method, code, carrier
                from supplier_ship_method
                where merchant_id = :merchant
                order by supplier_id, store_method
                """).param("merchant", merchant.value()).query(row -> {
            methods.computeIfAbsent(supplier(row), none -> new ArrayList<>())
                    .add(new ShipMethod(
                            row.getString("store_method"), row.getString("code"), row.getString("carrier")));
        });
        return methods;
    }

    /** A minimum in a currency that is the supplier's no more counts for nothing. */
    private Map<SupplierId, OrderTerms> orderTerms(MerchantId merchant) {
        Map<SupplierId, OrderTerms> agreed = new HashMap<>();
        jdbc.sql("""
                select t.supplier_id, t.cut_off, t.carriers,
                       case when t.minimum_currency = s.currency then t.minimum_minor end as minimum_minor, s.currency
                from supplier_order_terms t
                join supplier s on s.merchant_id = :merchant and s.supplier_id = t.supplier_id
                where t.merchant_id = :merchant
                """).param("merchant", merchant.value()).query(row -> {
            long minimum = row.getLong("minimum_minor");
            agreed.put(
                    supplier(row),
                    new OrderTerms(
                            row.getObject("cut_off", LocalTime.class),
                            List.of((String[]) row.getArray("carriers").getArray()),
                            minimum == 0 ? null : new Money(minimum, row.getString("currency"))));
        });
        return agreed;
    }

    private static SupplierTerms terms(ResultSet row, Lists lists) throws SQLException {
        SupplierId id = supplier(row);
        @Nullable String url = row.getString("channel_url");
        @Nullable String mail = row.getString("mail_address");
        @Nullable String pauseReason = row.getString("pause_reason");
        return new SupplierTerms(
                id,
                row.getString("code"),
                row.getString("name"),
                row.getString("currency"),
                ZoneId.of(row.getString("zone")),
                row.getString("country"),
                hours(
                        row,
                        lists.holidays().getOrDefault(id, Set.of()),
                        lists.closures().getOrDefault(id, List.of())),
                row.getInt("ack_hours"),
                Netting.valueOf(row.getString("netting")),
                row.getInt("booking_lag_seconds"),
                row.getInt("grace_seconds"),
                Absence.valueOf(row.getString("absence")),
                row.getBoolean("silent_delta_confirms"),
                row.getInt("max_feed_age_seconds"),
                row.getLong("dropship_fee_minor"),
                row.getInt("max_parcel_weight_grams"),
                lists.rates().getOrDefault(id, List.of()),
                lists.methods().getOrDefault(id, List.of()),
                new Instructions(
                        row.getString("packaging"),
                        row.getString("branding"),
                        row.getString("insert_note"),
                        row.getString("label_note"),
                        row.getString("special")),
                url == null ? null : new RestChannel(URI.create(url)),
                mail == null ? null : new MailChannel(mail, row.getString("mail_cc")),
                lists.orderTerms().getOrDefault(id, OrderTerms.NONE),
                row.getString("language"),
                pauseReason != null,
                pauseReason,
                row.getBoolean("live"));
    }

    private static WorkingHours hours(ResultSet row, Set<LocalDate> holidays, List<Closure> closures)
            throws SQLException {
        Set<DayOfWeek> days = Stream.of((String[]) row.getArray("work_days").getArray())
                .map(DayOfWeek::valueOf)
                .collect(Collectors.toSet());
        return new WorkingHours(
                days,
                row.getObject("opens", LocalTime.class),
                row.getObject("closes", LocalTime.class),
                holidays,
                closures);
    }

    private static SupplierId supplier(ResultSet row) throws SQLException {
        return new SupplierId(row.getObject("supplier_id", UUID.class));
    }
}
