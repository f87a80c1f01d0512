package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The secrets with which messages to suppliers are signed. */
@Component
public final class ChannelSecrets {

    private final SupplierSnapshots snapshots;
    private final Secrets secrets;

    ChannelSecrets(SupplierSnapshots snapshots, Secrets secrets) {
        this.snapshots = snapshots;
        this.secrets = secrets;
    }

    /**
     * The supplier's signing secret by Standard Webhooks, {@code whsec_} and base64. Needs an open transaction
     * of the merchant.
     *
     * @throws Problem {@link SupplierProblem#CHANNEL_SECRET_MISSING} when the supplier has no REST channel
     */
    public String signingSecret(MerchantId merchant, SupplierId supplier) {
        return snapshots
                .of(merchant)
                .flatMap(
                        snapshot -> Optional.ofNullable(snapshot.sealedSecrets().get(supplier)))
                .map(box -> secrets.open(merchant, box))
                .orElseThrow(() -> new Problem(
                        SupplierProblem.CHANNEL_SECRET_MISSING,
                        "The supplier has no REST channel: define one with a secret."));
    }
}
