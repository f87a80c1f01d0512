package dev.baton.channels.shopify;

import dev.baton.channels.Inbox;
import dev.baton.channels.InboxFull;
import dev.baton.channels.Receipt;
import dev.baton.merchants.StoreId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Turns;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;

/**
 * Where Shopify's webhooks come in: 200 only after the message is kept; 401 for a signature that does not fit, 404
 * for an address nobody has, 413 for a body that is too large, 503 when the database cannot be reached. Shopify sends
 * again what was not answered 2xx within five seconds.
 *
 * <p>A servlet of its own: the way through all the calls of the API costs more than the taking itself.
 */
class ShopifyHooks extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger log = LoggerFactory.getLogger(ShopifyHooks.class);

    /** Merchant and store, each as a UUID with or without hyphens. */
    private static final Pattern PATH =
            Pattern.compile("/((?:[0-9a-fA-F]-?){31}[0-9a-fA-F])/((?:[0-9a-fA-F]-?){31}[0-9a-fA-F])/?");

    private static final byte[] ONLY_POST =
            "{\"type\":\"about:blank\",\"status\":405,\"title\":\"Method not allowed\",\"detail\":\"Use POST here.\"}"
                    .getBytes(StandardCharsets.UTF_8);

    /** Less than the five seconds Shopify waits. */
    private static final long COMMIT_LIMIT_MILLIS = 4_500;

    private final transient Inbox inbox;
    private final transient CheckHook check;

    ShopifyHooks(Inbox inbox, CheckHook check) {
        this.inbox = inbox;
        this.check = check;
    }

    /** Takes one webhook; on a virtual thread, so that waiting for the commit costs nothing. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(receive(request).value());
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST")) {
            super.service(request, response);
            return;
        }
        response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
        response.setHeader("Allow", "POST");
        response.setContentType("application/problem+json");
        response.getOutputStream().write(ONLY_POST);
    }

    private HttpStatus receive(HttpServletRequest request) throws IOException {
        Matcher path = PATH.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (!path.matches()) {
            return HttpStatus.NOT_FOUND;
        }
        if (request.getContentLengthLong() > Inbox.MOST_BYTES) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        byte[] body = request.getInputStream().readNBytes(Inbox.MOST_BYTES + 1);
        if (body.length > Inbox.MOST_BYTES) {
            return HttpStatus.CONTENT_TOO_LARGE;
        }
        HookHeaders headers = HookHeaders.read(request::getHeader);
        try {
            MerchantId merchant = new MerchantId(uuid(path.group(1)));
            StoreId store = new StoreId(uuid(path.group(2)));
            return Turns.bringing(() -> take(merchant, store, headers, body));
        } catch (DataAccessException | TransactionException | InboxFull away) {
            log.warn("a webhook could not be kept: {}", away.toString());
            return HttpStatus.SERVICE_UNAVAILABLE;
        }
    }

    private HttpStatus take(MerchantId merchant, StoreId store, HookHeaders headers, byte[] body) {
        CheckHook.Verdict verdict = check.check(merchant, store, headers, body);
        if (verdict instanceof CheckHook.Verdict.Accepted first && keep(first) instanceof Receipt.Outdated) {
            verdict = check.checkAgain(merchant, store, headers, body);
            if (verdict instanceof CheckHook.Verdict.Accepted second && keep(second) instanceof Receipt.Outdated) {
                return HttpStatus.SERVICE_UNAVAILABLE;
            }
        }
        return switch (verdict) {
            case CheckHook.Verdict.Accepted ignored -> HttpStatus.OK;
            case CheckHook.Verdict.NotForUs ignored -> HttpStatus.OK;
            case CheckHook.Verdict.Unknown ignored -> HttpStatus.NOT_FOUND;
            case CheckHook.Verdict.Forged ignored -> HttpStatus.UNAUTHORIZED;
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

    /** A UUID written with or without hyphens. */
    private static UUID uuid(String text) {
        String hex = text.replace("-", "");
        return new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }
}
