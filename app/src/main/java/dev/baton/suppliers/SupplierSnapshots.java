package dev.baton.suppliers;

import dev.baton.platform.MerchantId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All suppliers of a merchant, kept in memory for as long as the merchant's revision row, read in the same
 * transaction, says that nothing changed. Never stale: the revision is read before the suppliers, so a
 * snapshot is at least as new as the revision it is kept under.
 */
@Component
final class SupplierSnapshots {

    private static final int MOST_MERCHANTS = 1_000;

    private final JdbcClient jdbc;
    private final SupplierReader reader;
    private final Map<MerchantId, Snapshot> kept = new ConcurrentHashMap<>();

    SupplierSnapshots(JdbcClient jdbc, SupplierReader reader) {
        this.jdbc = jdbc;
        this.reader = reader;
    }

    /** What was read under one revision; secrets stay sealed. */
    record Snapshot(
            UUID revision,
            Map<SupplierId, SupplierTerms> terms,
            Map<String, SupplierTerms> byCode,
            Map<SupplierId, byte[]> sealedSecrets) {}

    /** Needs an open transaction of the merchant. Empty when the merchant has no supplier yet. */
    Optional<Snapshot> of(MerchantId merchant) {
        return jdbc.sql("select revision from supplier_revision where merchant_id = :merchant")
                .param("merchant", merchant.value())
                .query(UUID.class)
                .optional()
                .map(revision -> under(merchant, revision));
    }

    private Snapshot under(MerchantId merchant, UUID revision) {
        @Nullable Snapshot known = kept.get(merchant);
        if (known != null && known.revision().equals(revision)) {
            return known;
        }
        Map<SupplierId, SupplierTerms> terms = reader.terms(merchant);
        Map<String, SupplierTerms> byCode =
                terms.values().stream().collect(Collectors.toUnmodifiableMap(SupplierTerms::code, each -> each));
        Snapshot read = new Snapshot(revision, terms, byCode, reader.sealedSecrets(merchant));
        if (kept.size() >= MOST_MERCHANTS) {
            kept.clear();
        }
        kept.put(merchant, read);
        return read;
    }
}
