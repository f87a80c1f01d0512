package dev.baton.trading.requests;

import dev.baton.platform.documents.Packed;
import dev.baton.suppliers.SupplierId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A request with its answer, to be kept; meanings as in {@link SupplierRequest}.
 *
 * @param query as it was sent; null = there was none
 * @param number of the purchase order the path names; null = it names none
 * @param mediaType of the body by the sender's word
 * @param body null = it is not to be kept here
 * @param bodySha256 SHA-256 of what came of the body, kept or not
 */
public record NewSupplierRequest(
        SupplierId supplier,
        String method,
        String path,
        @Nullable String query,
        @Nullable String number,
        String mediaType,
        @Nullable Packed body,
        long bytes,
        byte[] bodySha256,
        Instant receivedAt,
        String correlationId,
        int httpStatus,
        String problemCode) {

    /** The same for the same request of this supplier, whatever it was answered. */
    byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String head = method + " " + path + "?" + Objects.requireNonNullElse(query, "") + "\n" + bytes + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            return digest.digest(bodySha256);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
