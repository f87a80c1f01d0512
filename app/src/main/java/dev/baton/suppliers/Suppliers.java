package dev.baton.suppliers;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.sql.Types;
import java.time.Clock;
import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the suppliers' tables. */
@Component
final class Suppliers {

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    Suppliers(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Nullable
    SupplierId lockByCode(MerchantId merchant, String code) {
        return jdbc.sql("""
                select supplier_id from supplier where merchant_id = :merchant and code = :code for no key update
                """)
                .param("merchant", merchant.value())
                .param("code", code)
                .query(UUID.class)
                .optional()
                .map(SupplierId::new)
                .orElse(null);
    }

    byte @Nullable [] storedSecret(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select channel_secret from supplier
                where merchant_id = :merchant and supplier_id = :supplier and channel_secret is not null
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query((row, number) -> row.getBytes("channel_secret"))
                .optional()
                .orElse(null);
    }

    SupplierId save(MerchantId merchant, SupplierDefinition terms, byte @Nullable [] sealedSecret) {
        SupplierDefinition.Channel channel = terms.channel();
        return new SupplierId(jdbc.sql("""
                insert into supplier (merchant_id, supplier_id, code, name, currency, zone, country, work_days, opens,
                                      closes, ack_hours, netting, booking_lag_seconds, grace_seconds, absence,
                                      silent_delta_confirms, max_feed_age_seconds, dropship_fee_minor,
                                      max_parcel_weight_grams, packaging, branding, insert_note, label_note, special,
                                      channel_url, channel_secret, mail_address, mail_cc, language, live, defined_at)
                values (:merchant, :id, :code, :name, :currency, :zone, :country, :workDays::text[], :opens, :closes,
                        :ackHours, :netting, :bookingLag, :grace, :absence, :silentDelta, :maxFeedAge, :fee,
                        :maxWeight, :packaging, :branding, :insert, :label, :special, :url, :secret, :mail, :cc, :language,
                        :live, :at)
                on conflict (merchant_id, code) do update
                set name = excluded.name, currency = excluded.currency, zone = excluded.zone,
                    country = excluded.country, work_days = excluded.work_days, opens = excluded.opens,
                    closes = excluded.closes, ack_hours = excluded.ack_hours, netting = excluded.netting,
                    booking_lag_seconds = excluded.booking_lag_seconds, grace_seconds = excluded.grace_seconds,
                    absence = excluded.absence, silent_delta_confirms = excluded.silent_delta_confirms,
                    max_feed_age_seconds = excluded.max_feed_age_seconds,
                    dropship_fee_minor = excluded.dropship_fee_minor,
                    max_parcel_weight_grams = excluded.max_parcel_weight_grams, packaging = excluded.packaging,
                    branding = excluded.branding, insert_note = excluded.insert_note,
                    label_note = excluded.label_note, special = excluded.special, channel_url = excluded.channel_url,
                    channel_secret = excluded.channel_secret, mail_address = excluded.mail_address,
                    mail_cc = excluded.mail_cc, language = excluded.language, live = excluded.live, defined_at = excluded.defined_at
                returning supplier_id
                """)
                .param("merchant", merchant.value())
                .param("id", ids.next())
                .param("code", terms.code())
                .param("name", terms.name())
                .param("currency", terms.currency())
                .param("zone", terms.zone().getId())
                .param("country", terms.country())
                .param(
                        "workDays",
                        SqlArrays.texts(terms.hours().days().stream()
                                .sorted()
                                .map(DayOfWeek::name)
                                .toList()))
                .param("opens", terms.hours().from())
                .param("closes", terms.hours().to())
                .param("ackHours", terms.ackHours())
                .param("netting", terms.netting().name())
                .param("bookingLag", terms.bookingLagSeconds())
                .param("grace", terms.graceSeconds())
                .param("absence", terms.absence().name())
                .param("silentDelta", terms.silentDeltaConfirms())
                .param("maxFeedAge", terms.maxFeedAgeSeconds())
                .param("fee", terms.dropshipFeeMinor())
                .param("maxWeight", terms.maxParcelWeightGrams())
                .param("url", channel == null ? null : channel.url().toString())
                .param("secret", sealedSecret, Types.BINARY)
                .params(wordColumns(terms))
                .param("live", terms.live())
                .param("at", SqlArrays.instant(clock.instant()))
                .query(UUID.class)
                .single());
    }

    /** Where the supplier is written to, and what it is told each time. */
    private static Map<String, @Nullable Object> wordColumns(SupplierDefinition terms) {
        MailChannel mail = terms.mail();
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("mail", mail == null ? null : mail.address());
        columns.put("cc", mail == null ? null : mail.cc());
        columns.put("language", terms.language());
        columns.put("packaging", terms.instructions().packaging());
        columns.put("branding", terms.instructions().branding());
        columns.put("insert", terms.instructions().insert());
        columns.put("label", terms.instructions().label());
        columns.put("special", terms.instructions().special());
        return columns;
    }

    void replaceLists(MerchantId merchant, SupplierId supplier, SupplierDefinition terms) {
        for (String emptied : List.of(
                "delete from supplier_holiday where merchant_id = :merchant and supplier_id = :supplier",
                "delete from supplier_shipping_rate where merchant_id = :merchant and supplier_id = :supplier",
                "delete from supplier_ship_method where merchant_id = :merchant and supplier_id = :supplier")) {
            jdbc.sql(emptied)
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .update();
        }
        insertHolidays(merchant, supplier, terms.hours());
        insertRates(merchant, supplier, terms.rates());
        insertShipMethods(merchant, supplier, terms.shipMethods());
    }

    private void insertHolidays(MerchantId merchant, SupplierId supplier, WorkingHours hours) {
        jdbc.sql("""
                insert into supplier_holiday (merchant_id, supplier_id, day)
                select :merchant, :supplier, d.day::date from unnest(:days::text[]) as d (day)
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param(
                        "days",
                        SqlArrays.texts(
                                hours.holidays().stream().map(Object::toString).toList()))
                .update();
    }

    private void insertRates(MerchantId merchant, SupplierId supplier, List<ShippingRate> rates) {
        jdbc.sql("""
                insert into supplier_shipping_rate (merchant_id, supplier_id, country, max_weight_grams, price_minor)
                select :merchant, :supplier, r.country, r.weight, r.price
                from unnest(:countries::text[], :weights::int[], :prices::bigint[]) as r (country, weight, price)
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param(
                        "countries",
                        SqlArrays.texts(
                                rates.stream().map(ShippingRate::country).toList()))
                .param(
                        "weights",
                        SqlArrays.ints(rates.stream()
                                .mapToInt(ShippingRate::maxWeightGrams)
                                .toArray()))
                .param(
                        "prices",
                        SqlArrays.longs(rates.stream()
                                .mapToLong(ShippingRate::priceMinor)
                                .toArray()))
                .update();
    }

    private void insertShipMethods(MerchantId merchant, SupplierId supplier, List<ShipMethod> methods) {
        jdbc.sql("""
                insert into supplier_ship_method (merchant_id, supplier_id, store_method, code, carrier)
                select :merchant, :supplier, s.method, s.code, s.carrier
                from unnest(:methods::text[], :codes::text[], :carriers::text[]) as s (method, code, carrier)
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param(
                        "methods",
                        SqlArrays.texts(
                                methods.stream().map(ShipMethod::storeMethod).toList()))
                .param(
                        "codes",
                        SqlArrays.texts(methods.stream().map(ShipMethod::code).toList()))
                .param(
                        "carriers",
                        SqlArrays.texts(
                                methods.stream().map(ShipMethod::carrier).toList()))
                .update();
    }

    boolean pause(MerchantId merchant, SupplierId supplier, String reason) {
        return jdbc.sql("""
                update supplier set paused_at = coalesce(paused_at, :at), pause_reason = :reason
                where merchant_id = :merchant and supplier_id = :supplier
                """)
                        .param("at", SqlArrays.instant(clock.instant()))
                        .param("reason", reason)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .update()
                == 1;
    }

    boolean resume(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                update supplier set paused_at = null, pause_reason = null
                where merchant_id = :merchant and supplier_id = :supplier
                """)
                        .param("merchant", merchant.value())
                        .param("supplier", supplier.value())
                        .update()
                == 1;
    }

    /** A fresh id, never a counter: a number used by a transaction that rolled back would come again. */
    void bumpRevision(MerchantId merchant) {
        jdbc.sql("""
                insert into supplier_revision (merchant_id, revision) values (:merchant, :revision)
                on conflict (merchant_id) do update set revision = excluded.revision
                """)
                .param("merchant", merchant.value())
                .param("revision", ids.next())
                .update();
    }
}
