package dev.baton.portal;

import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.SupplierId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Whose door somebody stands at, and which suppliers they came in for. */
@Component
class Doorway {

    static final String COOKIE = "baton_supplier";

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{32}");

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final Sessions sessions;
    private final Refusals refusals;
    private final Guard guard;

    Doorway(Tenancy tenancy, MerchantLookup merchants, Sessions sessions, Refusals refusals, Guard guard) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.sessions = sessions;
        this.refusals = refusals;
        this.guard = guard;
    }

    /** What is answered once the merchant is known. */
    interface Inside {
        ResponseEntity<String> answer(MerchantId merchant, Words words);
    }

    /** As {@link #inside}, of a form, which has to be one of our own pages'. */
    ResponseEntity<String> form(String merchant, HttpServletRequest request, Inside then) {
        Words words = Words.of(LinkPage.languages(request));
        return guard.isOurForm(request) ? inside(merchant, request, then) : refusals.foreignForm(words);
    }

    /** Answers where there is such a merchant and nobody tries too often. */
    ResponseEntity<String> inside(String merchant, HttpServletRequest request, Inside then) {
        Words words = Words.of(LinkPage.languages(request));
        if (!guard.admitsStranger(request)) {
            return refusals.tooMany(words);
        }
        return known(merchant).map(id -> then.answer(id, words)).orElseGet(() -> refusals.unknownLink(words));
    }

    /** The suppliers whoever asks came in for; empty = nobody came in. */
    List<SupplierId> suppliers(MerchantId merchant, HttpServletRequest request) {
        return cookie(request).map(value -> sessions.suppliers(merchant, value)).orElse(List.of());
    }

    /** What the merchant calls itself. */
    String name(MerchantId merchant) {
        return tenancy.inTransaction(
                merchant, () -> merchants.settings(merchant).name());
    }

    private Optional<MerchantId> known(String hex) {
        if (!HEX.matcher(hex).matches()) {
            return Optional.empty();
        }
        MerchantId id = new MerchantId(
                new UUID(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16)));
        try {
            name(id);
            return Optional.of(id);
        } catch (Problem none) {
            if (none.code() == CommonProblem.NOT_FOUND) {
                return Optional.empty();
            }
            throw none;
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : List.of(cookies).stream()
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
