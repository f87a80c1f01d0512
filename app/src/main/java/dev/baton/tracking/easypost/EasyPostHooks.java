package dev.baton.tracking.easypost;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.Turns;
import dev.baton.tracking.CarrierHooks;
import dev.baton.tracking.CarrierMessages;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where EasyPost's webhooks come in: 200 only after the message is kept; 401 for a signature that does not fit, 404 for
 * an address nobody has, 413 for a body that is too large, 503 when the database cannot be reached. What was not answered
 * 2xx is sent again.
 */
@RestController
class EasyPostHooks {

    /** The service's name in the rows. */
    static final String SERVICE = "easypost";

    private static final Logger log = LoggerFactory.getLogger(EasyPostHooks.class);
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    private final Tenancy tenancy;
    private final CarrierHooks hooks;
    private final CarrierMessages messages;

    EasyPostHooks(Tenancy tenancy, CarrierHooks hooks, CarrierMessages messages) {
        this.tenancy = tenancy;
        this.hooks = hooks;
        this.messages = messages;
    }

    @PostMapping("/hooks/easypost/{merchant}")
    ResponseEntity<Void> receive(@PathVariable("merchant") String text, HttpServletRequest request) throws IOException {
        Optional<MerchantId> merchant = merchant(text);
        if (merchant.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND);
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        String signature = request.getHeader(EasyPostSignature.HEADER);
        try {
            return answer(Turns.bringing(
                    () -> tenancy.inTransaction(merchant.get(), () -> take(merchant.get(), signature, body))));
        } catch (DataAccessException | TransactionException away) {
            log.warn("a carrier's message could not be kept: {}", away.toString());
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private HttpStatus take(MerchantId merchant, @org.jspecify.annotations.Nullable String signature, byte[] body) {
        Optional<String> secret = hooks.secret(merchant, SERVICE);
        if (secret.isEmpty()) {
            return HttpStatus.NOT_FOUND;
        }
        if (!EasyPostSignature.matches(body, signature, secret.get())) {
            return HttpStatus.UNAUTHORIZED;
        }
        messages.keep(merchant, SERVICE, TrackerEvent.id(body).orElseGet(() -> digest(body)), body, ReadTrackers.KIND);
        return HttpStatus.OK;
    }

    private static Optional<MerchantId> merchant(String text) {
        String hex = text.replace("-", "");
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        return Optional.of(new MerchantId(
                new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16))));
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
