package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes dated exchange rates. A decision made before keeps the rate it used. */
@Component
public final class SetFxRates {

    /** Most rates of one call. */
    public static final int MOST_ROWS = 5_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    SetFxRates(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Writes the rates, all or none; one of the same day and currencies is replaced. Opens or joins a transaction.
     *
     * @throws Problem {@link MerchantProblem#RATE_INVALID} with the field
     */
    public void set(MerchantId merchant, List<FxRate> rates) {
        check(rates);
        tenancy.run(merchant, () -> {
            jdbc.sql("""
                    insert into fx_rate (merchant_id, from_currency, to_currency, as_of, rate_micros)
                    select :merchant, r.from_currency, r.to_currency, r.as_of::date, r.rate_micros
                    from unnest(:froms::text[], :tos::text[], :days::text[], :rates::bigint[])
                         as r (from_currency, to_currency, as_of, rate_micros)
                    order by r.from_currency, r.to_currency, r.as_of
                    on conflict (merchant_id, from_currency, to_currency, as_of)
                    do update set rate_micros = excluded.rate_micros
                    """)
                    .param("merchant", merchant.value())
                    .param(
                            "froms",
                            SqlArrays.texts(rates.stream().map(FxRate::from).toList()))
                    .param("tos", SqlArrays.texts(rates.stream().map(FxRate::to).toList()))
                    .param(
                            "days",
                            SqlArrays.texts(rates.stream()
                                    .map(rate -> rate.asOf().toString())
                                    .toList()))
                    .param(
                            "rates",
                            SqlArrays.longs(
                                    rates.stream().mapToLong(FxRate::rateMicros).toArray()))
                    .update();
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "SetFxRates", "merchant", merchant.value(), null, null, rates.size() + " rates")));
        });
    }

    private static void check(List<FxRate> rates) {
        if (rates.size() > MOST_ROWS) {
            throw new Problem(MerchantProblem.RATE_INVALID, "Send at most " + MOST_ROWS + " rates at a time.", "rates");
        }
        Set<List<Object>> seen = new HashSet<>();
        for (int row = 0; row < rates.size(); row++) {
            FxRate rate = rates.get(row);
            MerchantChecks.rate(rate, row);
            if (!seen.add(List.of(rate.from(), rate.to(), rate.asOf()))) {
                throw new Problem(
                        MerchantProblem.RATE_INVALID,
                        "The same currencies and day stand on two rows: keep one.",
                        "rates[" + row + "]");
            }
        }
    }
}
