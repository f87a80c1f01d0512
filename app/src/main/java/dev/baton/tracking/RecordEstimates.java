package dev.baton.tracking;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the days carriers expect to deliver on; what a carrier said last counts. */
@Component
public class RecordEstimates {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;

    RecordEstimates(Tenancy tenancy, JdbcClient jdbc) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
    }

    /** What a carrier expects; carrier and number as in {@link NewScan}, the day as the carrier names it. */
    public record Estimate(String carrier, String trackingNumber, LocalDate day) {}

    /** Keeps the estimates of numbers that were scanned or shipped before; others are passed over. Joins or opens a transaction. */
    public int record(MerchantId merchant, List<Estimate> estimates) {
        if (estimates.isEmpty()) {
            return 0;
        }
        List<TrackingKey> keys = estimates.stream()
                .map(each -> TrackingKey.of(each.carrier(), each.trackingNumber()))
                .toList();
        return tenancy.inTransaction(
                merchant,
                () -> jdbc.sql("""
                        update tracked_number t set estimated_on = e.expected
                        from unnest(:carriers::text[], :numbers::text[], :expected::date[])
                             as e (carrier, number, expected)
                        where t.merchant_id = :merchant and t.tracking_number = e.number and t.carrier_code = e.carrier
                        """)
                        .param("merchant", merchant.value())
                        .param(
                                "carriers",
                                SqlArrays.texts(
                                        keys.stream().map(TrackingKey::carrier).toList()))
                        .param(
                                "numbers",
                                SqlArrays.texts(
                                        keys.stream().map(TrackingKey::number).toList()))
                        .param(
                                "expected",
                                SqlArrays.texts(estimates.stream()
                                        .map(each -> each.day().toString())
                                        .toList()))
                        .update());
    }
}
