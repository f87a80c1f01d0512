package dev.baton.api;

import dev.baton.platform.Ids;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The id by which a request is found again in the log, the audit and the caller's own records. */
@Component
class Correlation {

    static final String HEADER = "X-Correlation-Id";

    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Ids ids;

    Correlation(Ids ids) {
        this.ids = ids;
    }

    /** The caller's own id where it is usable, else a new one; the answer carries it. */
    String of(HttpServletRequest request, HttpServletResponse response) {
        if (request.getAttribute(HEADER) instanceof String known) {
            return known;
        }
        String given = request.getHeader(HEADER);
        String id = given != null && USABLE.matcher(given).matches()
                ? given
                : ids.next().toString();
        request.setAttribute(HEADER, id);
        response.setHeader(HEADER, id);
        return id;
    }
}
