package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens the books of a merchant. */
@Component
public final class CreateMerchant {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    CreateMerchant(Tenancy tenancy, JdbcClient jdbc, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Creates the merchant with these settings; one that exists stays as it is. Opens or joins a transaction.
     *
     * @throws dev.baton.platform.Problem {@link MerchantProblem#SETTING_INVALID} with the field
     */
    public void create(MerchantId merchant, MerchantSettings settings) {
        MerchantChecks.settings(settings);
        tenancy.run(merchant, () -> {
            int created = jdbc.sql("""
                    insert into merchant (merchant_id, name, book_currency, zone, value_limit_minor, may_split_lines,
                                          split_penalty_minor, max_reroutes, duplicate_window_hours, customer_answer_hours,
                                          grace_seconds, blocked_countries, require_data_permission, hold_unpaid, margin_floor_bps,
                                          created_at)
                    values (:merchant, :name, :currency, :zone, :valueLimit, :maySplit, :splitPenalty, :reroutes,
                            :window, :answer, :grace, :blocked::text[], :permission, :unpaid, :marginFloor::int, :at)
                    on conflict (merchant_id) do nothing
                    """)
                    .params(SettingColumns.of(merchant, settings))
                    .param("at", SqlArrays.instant(clock.instant()))
                    .update();
            if (created == 1) {
                audit.record(
                        merchant,
                        List.of(new AuditEntry("CreateMerchant", "merchant", merchant.value(), null, "CREATED", null)));
            }
        });
    }
}
