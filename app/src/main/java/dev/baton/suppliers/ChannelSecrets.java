package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Secrets;
import dev.baton.suppliers.SupplierSnapshots.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
        return Objects.requireNonNull(signingSecrets(merchant, Set.of(supplier)).get(supplier));
    }

    /**
     * The signing secrets of several suppliers, each as {@link #signingSecret}.
     *
     * @throws Problem {@link SupplierProblem#CHANNEL_SECRET_MISSING} when one of them has no REST channel
     */
    public Map<SupplierId, String> signingSecrets(MerchantId merchant, Set<SupplierId> suppliers) {
        if (suppliers.isEmpty()) {
            return Map.of();
        }
        Map<SupplierId, byte[]> sealed =
                snapshots.of(merchant).map(Snapshot::sealedSecrets).orElse(Map.of());
        Map<SupplierId, String> opened = new HashMap<>();
        for (SupplierId supplier : suppliers) {
            byte[] box = sealed.get(supplier);
            if (box == null) {
                throw new Problem(
                        SupplierProblem.CHANNEL_SECRET_MISSING,
                        "The supplier has no REST channel: define one with a secret.");
            }
            opened.put(supplier, secrets.open(merchant, box));
        }
        return opened;
    }
}
