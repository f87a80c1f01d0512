package dev.baton.channels.shopify;

import dev.baton.channels.Inbox;
import dev.baton.channels.InboxFull;
import dev.baton.channels.Receipt;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
 * Where Shopify's webhooks come in: 200 only after the message is kept; 401 for a signature that does not fit, 404
 * for an address nobody has, 413 for a body that is too large, 503 when the database cannot be reached. Shopify sends
 * again what was not answered 2xx within five seconds.
 */
@RestController
class ShopifyHooks {

    private static final Logger log = LoggerFactory.getLogger(ShopifyHooks.class);

    private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{32}");

    /** Less than the five seconds Shopify waits. */
    private static final long COMMIT_LIMIT_MILLIS = 4_500;

    private final Inbox inbox;
    private final CheckHook check;

    ShopifyHooks(Inbox inbox, CheckHook check) {
        this.inbox = inbox;
        this.check = check;
    }

    /** Takes one webhook; on a virtual thread, so that waiting for the commit costs nothing. */
    @PostMapping("/hooks/shopify/{merchant}/{store}")
    ResponseEntity<Void> receive(
            @PathVariable("merchant") String merchantHex,
            @PathVariable("store") String storeText,
            HttpServletRequest request)
            throws IOException {
        Optional<UUID> merchant = uuid(merchantHex);
        Optional<UUID> store = uuid(storeText);
        if (merchant.isEmpty() || store.isEmpty()) {
            return answer(HttpStatus.NOT_FOUND);
        }
        if (request.getContentLengthLong() > Inbox.MOST_BYTES) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        byte[] body = request.getInputStream().readNBytes(Inbox.MOST_BYTES + 1);
        if (body.length > Inbox.MOST_BYTES) {
            return answer(HttpStatus.CONTENT_TOO_LARGE);
        }
        HookHeaders headers = HookHeaders.read(request::getHeader);
        try {
            return take(new MerchantId(merchant.get()), new StoreId(store.get()), headers, body);
        } catch (DataAccessException | TransactionException | InboxFull away) {
            log.warn("a webhook could not be kept: {}", away.toString());
            return answer(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private ResponseEntity<Void> take(MerchantId merchant, StoreId store, HookHeaders headers, byte[] body) {
        CheckHook.Verdict verdict = check.check(merchant, store, headers, body);
        if (verdict instanceof CheckHook.Verdict.Accepted first && keep(first) instanceof Receipt.Outdated) {
            verdict = check.checkAgain(merchant, store, headers, body);
            if (verdict instanceof CheckHook.Verdict.Accepted second && keep(second) instanceof Receipt.Outdated) {
                return answer(HttpStatus.SERVICE_UNAVAILABLE);
            }
        }
        return switch (verdict) {
            case CheckHook.Verdict.Accepted ignored -> answer(HttpStatus.OK);
            case CheckHook.Verdict.NotForUs ignored -> answer(HttpStatus.OK);
            case CheckHook.Verdict.Unknown ignored -> answer(HttpStatus.NOT_FOUND);
            case CheckHook.Verdict.Forged ignored -> answer(HttpStatus.UNAUTHORIZED);
        };
    }

    /** Waits for the commit; what fails here was not kept, or nobody knows, and is sent again by Shopify. */
    private Receipt keep(CheckHook.Verdict.Accepted accepted) {
        try {
            return inbox.receive(accepted.delivery()).get(COMMIT_LIMIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NotKept(stopped);
        } catch (ExecutionException | TimeoutException failed) {
            throw new NotKept(failed);
        }
    }

    private static final class NotKept extends DataAccessException {

        private static final long serialVersionUID = 1L;

        NotKept(Throwable cause) {
            super("not kept", cause);
        }
    }

    private static ResponseEntity<Void> answer(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }

    /** A UUID written with or without hyphens. */
    private static Optional<UUID> uuid(String text) {
        String hex = text.replace("-", "");
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        return Optional.of(new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
    }
}
