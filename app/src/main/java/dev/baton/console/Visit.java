package dev.baton.console;

import dev.baton.merchants.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request as the door found it.
 *
 * @param who null = nobody is signed in
 * @param secret the cookie whose digest a form carries
 */
record Visit(@Nullable SignedIn who, String secret) {

    static final String ATTRIBUTE = "baton.console.visit";
    static final String CORRELATION = "baton.console.correlation";

    static Visit of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Visit visit) {
            return visit;
        }
        throw new IllegalStateException("this request did not come through the door");
    }

    String formToken() {
        return FormTokens.of(secret);
    }

    @Override
    public String toString() {
        return "Visit[" + who + "]";
    }
}
