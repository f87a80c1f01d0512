package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Changes how a merchant wants its orders handled. Orders decided before keep their decisions. */
@Component
public final class SetSettings {

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;

    SetSettings(Tenancy tenancy, JdbcClient jdbc, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * Replaces all settings; opens or joins a transaction.
     *
     * @throws Problem {@link MerchantProblem#SETTING_INVALID} with the field; NOT_FOUND when there is no such
     *     merchant
     */
    public void set(MerchantId merchant, MerchantSettings settings) {
        MerchantChecks.settings(settings);
        tenancy.run(merchant, () -> {
            int changed =
                    jdbc.sql("""
                    update merchant
                    set name = :name, book_currency = :currency, zone = :zone, value_limit_minor = :valueLimit,
                        may_split_lines = :maySplit, split_penalty_minor = :splitPenalty, max_reroutes = :reroutes,
                        duplicate_window_hours = :window, customer_answer_hours = :answer, grace_seconds = :grace,
                        blocked_countries = :blocked::text[], require_data_permission = :permission,
                        hold_unpaid = :unpaid, margin_floor_bps = :marginFloor::int
                    where merchant_id = :merchant
                    """).params(SettingColumns.of(merchant, settings)).update();
            if (changed == 0) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no such merchant here.");
            }
            audit.record(
                    merchant, List.of(new AuditEntry("SetSettings", "merchant", merchant.value(), null, null, null)));
        });
    }
}
