package dev.baton.console;

import dev.baton.merchants.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a request pass only where whoever asks may do the act it is. What names no act answers nobody. */
final class ActCheck implements HandlerInterceptor {

    private static final int SEE_OTHER = 303;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;

    private final StaffRefusals refusals;

    ActCheck(StaffRefusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Does does = handler instanceof HandlerMethod method ? method.getMethodAnnotation(Does.class) : null;
        if (does == null) {
            refusals.write(response, FORBIDDEN, refusals.notYours(""));
            return false;
        }
        Act act = does.value();
        SignedIn who = Visit.of(request).who();
        if (act.needs() == Act.Needs.NOTHING) {
            return true;
        }
        if (who == null) {
            return askToSignIn(request, response);
        }
        if (act.needs() == Act.Needs.A_PERSON) {
            return true;
        }
        if (who.role() == null) {
            return goTo(response, "/console/merchants");
        }
        if (!act.isFor(who.role())) {
            refusals.write(response, FORBIDDEN, refusals.notYours(who.role().title()));
            return false;
        }
        return true;
    }

    /** A page is looked at again after signing in; a form is not sent again by itself. */
    private boolean askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            refusals.write(response, UNAUTHENTICATED, refusals.signedOut());
            return false;
        }
        String query = request.getQueryString();
        String back = request.getServletPath() + (query == null ? "" : "?" + query);
        return goTo(response, "/console/sign-in?to=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    }

    private static boolean goTo(HttpServletResponse response, String path) {
        response.setStatus(SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, path);
        return false;
    }
}
