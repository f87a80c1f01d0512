package dev.baton.console;

import dev.baton.merchants.SignIn;
import dev.baton.merchants.SignedIn;
import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.Ids;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The door of the console: says who asks, refuses forms that are not ours, and names the person in every audit row that
 * follows. What a person may do is checked where the act is known ({@link ActCheck}).
 */
@Component
class StaffDoor extends OncePerRequestFilter {

    private static final int FORBIDDEN = 403;
    private static final int AWAY = 503;

    private final SignIn signIn;
    private final Cookies cookies;
    private final StaffRefusals refusals;
    private final Ids ids;

    StaffDoor(SignIn signIn, Cookies cookies, StaffRefusals refusals, Ids ids) {
        this.signIn = signIn;
        this.cookies = cookies;
        this.refusals = refusals;
        this.ids = ids;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getServletPath();
        return !path.equals("/console") && !path.startsWith("/console/") && !path.startsWith("/welcome/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Answer.guard(response, cookies.isSecure());
        String correlation = ids.next().toString();
        request.setAttribute(Visit.CORRELATION, correlation);
        Optional<SignedIn> who;
        try {
            who = signIn.who(cookies.session(request));
        } catch (DataAccessException away) {
            refusals.write(response, AWAY, refusals.broken(correlation, away));
            return;
        }
        Visit visit = visit(request, response, who.orElse(null));
        request.setAttribute(Visit.ATTRIBUTE, visit);
        if (request.getMethod().equals("POST") && !isOurForm(request, visit)) {
            refusals.write(response, FORBIDDEN, refusals.foreignForm());
            return;
        }
        try {
            if (who.isEmpty()) {
                chain.doFilter(request, response);
            } else {
                Actor.Person person = new Actor.Person(who.get().person().value());
                Acting.as(person, correlation, () -> pass(request, response, chain));
            }
        } catch (UncheckedIOException broken) {
            throw new IOException(broken.getCause());
        }
    }

    private Visit visit(HttpServletRequest request, HttpServletResponse response, @Nullable SignedIn who) {
        String session = cookies.session(request);
        if (who != null && session != null) {
            return new Visit(who, session);
        }
        String form = cookies.form(request);
        if (form == null || form.isEmpty()) {
            form = FormTokens.cookie();
            response.addHeader(HttpHeaders.SET_COOKIE, cookies.keepForm(form));
        }
        return new Visit(null, form);
    }

    /** Two locks: what the browser says of the page it comes from (Fetch standard, Sec-Fetch-Site), and the token. */
    private static boolean isOurForm(HttpServletRequest request, Visit visit) {
        String site = request.getHeader("Sec-Fetch-Site");
        boolean ours = site == null || site.equals("same-origin") || site.equals("none");
        return ours && FormTokens.isRight(visit.secret(), request.getParameter(FormTokens.FIELD));
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
