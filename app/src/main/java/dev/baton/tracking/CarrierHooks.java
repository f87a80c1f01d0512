package dev.baton.tracking;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The secrets that tracking services sign their messages with. */
@Component
public class CarrierHooks {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 255;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final Audit audit;
    private final Clock clock;

    CarrierHooks(Tenancy tenancy, JdbcClient jdbc, Secrets secrets, Audit audit, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Sets the secret of a service, in place of the one before; opens or joins a transaction.
     *
     * @param service {@code easypost}
     * @throws Problem INVALID_FIELD when the secret is shorter than 8 or longer than 255 characters
     */
    public void set(MerchantId merchant, String service, String secret) {
        if (secret.length() < SHORTEST || secret.length() > LONGEST) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "secret has " + SHORTEST + " to " + LONGEST + " characters.",
                    "secret");
        }
        tenancy.run(merchant, () -> {
            jdbc.sql("""
                    insert into carrier_hook (merchant_id, service, secret, set_at)
                    values (:merchant, :service, :secret, :at)
                    on conflict (merchant_id, service) do update set secret = excluded.secret, set_at = excluded.set_at
                    """)
                    .param("merchant", merchant.value())
                    .param("service", service)
                    .param("secret", secrets.seal(merchant, secret))
                    .param("at", SqlArrays.instant(clock.instant()))
                    .update();
            audit.record(
                    merchant,
                    List.of(new AuditEntry("SetCarrierHook", "carrier_hook", merchant.value(), null, "SET", service)));
        });
    }

    /** The secret of a service; empty when none was set. Needs an open transaction of the merchant. */
    public Optional<String> secret(MerchantId merchant, String service) {
        return jdbc.sql("""
                select secret from carrier_hook where merchant_id = :merchant and service = :service
                """)
                .param("merchant", merchant.value())
                .param("service", service)
                .query((row, number) -> row.getBytes("secret"))
                .optional()
                .map(kept -> secrets.open(merchant, kept));
    }
}
