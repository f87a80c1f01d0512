package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Turns;
import dev.baton.platform.documents.Packed;
import dev.baton.platform.documents.PackingStream;
import dev.baton.trading.requests.KeepSupplierRequests;
import dev.baton.trading.requests.NewSupplierRequest;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps what a supplier's key sends, byte for byte, with what it is answered, before the answer leaves (data rule D19).
 * Where that cannot be kept the answer is 503: the supplier sends it again, and what it did the first time is known then.
 */
@Component
class KeptRequests {

    /** These ask and send nothing. */
    private static final Set<String> ASKING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private static final int FIRST_REFUSAL = 400;
    private static final int LONGEST_TYPE = 200;
    private static final String UNKNOWN_TYPE = "application/octet-stream";
    private static final Pattern OF_ORDER =
            Pattern.compile(ApiKeyFilter.GUARDED + "supplier/purchase-orders/([A-Za-z0-9-]{1,40})/.*");

    private final KeepSupplierRequests keep;
    private final ProblemWriter writer;
    private final JsonMapper json;
    private final Clock clock;

    KeptRequests(KeepSupplierRequests keep, ProblemWriter writer, JsonMapper json, Clock clock) {
        this.keep = keep;
        this.writer = writer;
        this.json = json;
        this.clock = clock;
    }

    /** What answers a request. */
    @FunctionalInterface
    interface Serving {

        void serve(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException;
    }

    /** Whether what this caller sends is kept here; what stores and merchants send is kept by whoever takes it. */
    static boolean isKept(Caller caller, HttpServletRequest request) {
        return caller.isSupplier() && !ASKING.contains(request.getMethod());
    }

    /** Has the request answered and keeps both. */
    void serve(
            Caller caller,
            String correlationId,
            HttpServletRequest request,
            HttpServletResponse response,
            Serving serving)
            throws IOException, ServletException {
        Instant receivedAt = clock.instant();
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        try (PackingStream copy = new PackingStream(LimitedBody.MOST_BYTES)) {
            CopiedBody copied = new CopiedBody(request, copy);
            if (copied.isForm()) {
                copied.readOn();
            }
            serving.serve(copied, answer);
            if (answer.getStatus() != CommonProblem.UNAVAILABLE.status()) {
                Packed body = body(copied, copy, answer);
                NewSupplierRequest kept = new NewSupplierRequest(
                        caller.supplier(),
                        request.getMethod(),
                        request.getRequestURI(),
                        request.getQueryString(),
                        number(request),
                        type(request),
                        body,
                        Math.max(copy.seen(), request.getContentLengthLong()),
                        copy.sha256(),
                        receivedAt,
                        correlationId,
                        answer.getStatus(),
                        problem(answer));
                Turns.calling(() -> {
                    keep.keep(caller.merchant(), kept);
                    return true;
                });
            }
        } catch (DataAccessException | TransactionException trouble) {
            writer.write(response, DatabaseTrouble.problem(trouble), correlationId);
            return;
        }
        answer.copyBodyToResponse();
    }

    /** The whole body; null where it was taken as a file, which is kept as such, or is larger than is kept. */
    private static @Nullable Packed body(CopiedBody copied, PackingStream copy, ContentCachingResponseWrapper answer)
            throws IOException {
        boolean file = answer.getStatus() < FIRST_REFUSAL && LimitedBody.isFile(copied);
        if (file || copied.getContentLengthLong() > LimitedBody.MOST_BYTES) {
            return null;
        }
        copied.readOn();
        return copy.packed().orElse(null);
    }

    /** Of the purchase order that the path names, whether it is one of the supplier's or not; null = it names none. */
    private static @Nullable String number(HttpServletRequest request) {
        Matcher matcher = OF_ORDER.matcher(request.getServletPath());
        return matcher.matches() ? matcher.group(1) : null;
    }

    private static String type(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? UNKNOWN_TYPE : type.substring(0, Math.min(LONGEST_TYPE, type.length()));
    }

    private String problem(ContentCachingResponseWrapper answer) {
        String type = answer.getContentType();
        return type != null && type.startsWith(ProblemWriter.MEDIA_TYPE)
                ? json.readTree(answer.getContentAsByteArray()).path("code").asString("")
                : "";
    }
}
