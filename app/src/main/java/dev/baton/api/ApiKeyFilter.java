package dev.baton.api;

import dev.baton.merchants.AuthenticatedKey;
import dev.baton.merchants.Keys;
import dev.baton.platform.Acting;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.platform.Turns;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of {@code /api/v1}: says who calls, under which correlation id, and that the body has a limit. What a
 * caller may do is checked where the call is known ({@link ScopeCheck}).
 */
@Component
class ApiKeyFilter extends OncePerRequestFilter {

    static final String GUARDED = "/api/v1/";

    private static final String BEARER = "Bearer ";

    private final Keys keys;
    private final Correlation correlation;
    private final ProblemWriter writer;
    private final KeptRequests kept;

    ApiKeyFilter(Keys keys, Correlation correlation, ProblemWriter writer, KeptRequests kept) {
        this.keys = keys;
        this.correlation = correlation;
        this.writer = writer;
        this.kept = kept;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(GUARDED);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = correlation.of(request, response);
        refusing(
                        (asked, answer) -> {
                            Caller caller = new Caller(authenticate(asked));
                            KeptRequests.Serving call = (body, reply) -> serve(caller, id, body, reply, chain);
                            if (KeptRequests.isKept(caller, asked)) {
                                kept.serve(caller, id, asked, answer, refusing(call, id));
                            } else {
                                call.serve(asked, answer);
                            }
                        },
                        id)
                .serve(request, response);
    }

    /** The same, with what it throws written as an answer. */
    private KeptRequests.Serving refusing(KeptRequests.Serving call, String id) {
        return (request, response) -> {
            try {
                call.serve(request, response);
            } catch (Problem refused) {
                writer.write(response, refused, id);
            } catch (InvalidParameterException undecodable) {
                Problem problem = new Problem(
                        CommonProblem.MALFORMED,
                        "The query is no UTF-8: encode each value as UTF-8, then percent-encode it.");
                writer.write(response, problem, id);
            } catch (DataAccessException | TransactionException trouble) {
                writer.write(response, DatabaseTrouble.problem(trouble), id);
            } catch (UncheckedIOException broken) {
                throw new IOException(broken.getCause());
            }
        };
    }

    private static void serve(
            Caller caller, String id, HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        refuseUnkeepable(request);
        LimitedBody limited = new LimitedBody(request);
        limited.setAttribute(Caller.ATTRIBUTE, caller);
        Acting.as(caller.actor(), id, () -> Turns.calling(() -> pass(limited, response, chain)));
    }

    private AuthenticatedKey authenticate(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refused("Send your key in the header: Authorization: Bearer bk_…");
        }
        return Turns.calling(() ->
                        keys.authenticate(header.substring(BEARER.length()).strip()))
                .orElseThrow(
                        () -> refused("This key is not known here. Make one: ./baton key create --name … --scope …"));
    }

    /** Only the query: of a form there is none here, and a body is read by whoever knows its shape. */
    private static void refuseUnkeepable(HttpServletRequest request) {
        if (request.getQueryString() == null) {
            return;
        }
        for (String name : Collections.list(request.getParameterNames())) {
            String value = request.getParameter(name);
            if (value != null && !PlainText.canBeKept(value)) {
                throw new Problem(CommonProblem.INVALID_FIELD, name + " " + PlainText.WHY + ": take it out.", name);
            }
        }
    }

    private static Problem refused(String detail) {
        return new Problem(CommonProblem.UNAUTHENTICATED, detail, "Authorization");
    }

    private static boolean pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
            return true;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ServletException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
