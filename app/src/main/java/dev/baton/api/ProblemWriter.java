package dev.baton.api;

import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a refusal where no controller has been reached yet. */
@Component
class ProblemWriter {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final int UNAUTHORIZED = 401;
    private static final int UNAVAILABLE = 503;
    private static final String RETRY_SECONDS = "2";

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    void write(HttpServletResponse response, Problem problem, String correlationId) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        int status = problem.code().status();
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        headers(status).forEach(header -> response.setHeader(header.name(), header.value()));
        response.getOutputStream().write(json.writeValueAsBytes(ProblemBody.of(problem, correlationId)));
    }

    record Header(String name, String value) {}

    /** What a caller must hear besides the body. */
    static Set<Header> headers(int status) {
        return switch (status) {
            case UNAUTHORIZED -> Set.of(new Header("WWW-Authenticate", "Bearer"));
            case UNAVAILABLE -> Set.of(new Header("Retry-After", RETRY_SECONDS));
            default -> Set.of();
        };
    }
}
