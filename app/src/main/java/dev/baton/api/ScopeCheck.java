package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets a call through only when its key covers it; a call that says no scope is a mistake of ours and closed. */
final class ScopeCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method) || HttpMethod.OPTIONS.matches(request.getMethod())) {
            return true; // OPTIONS only names the methods there are
        }
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(method + " says no scope");
        }
        caller(request).must(needs);
        return true;
    }

    static Caller caller(HttpServletRequest request) {
        if (request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new Problem(CommonProblem.UNAUTHENTICATED, "Send your key in the header: Authorization: Bearer bk_…");
    }
}
