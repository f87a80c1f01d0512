package dev.baton.portal;

import dev.baton.platform.http.ClientAddress;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** What every request passes before anything is looked up. */
@Component
class Guard {

    private final OwnForms ownForms;
    private final Throttle throttle;
    private final ClientAddress clients;

    Guard(OwnForms ownForms, Throttle throttle, ClientAddress clients) {
        this.ownForms = ownForms;
        this.throttle = throttle;
        this.clients = clients;
    }

    boolean isOurForm(HttpServletRequest request) {
        return ownForms.isOurs(request);
    }

    /** Whether one link is not looked at too often. */
    boolean admitsLook(HttpServletRequest request, String handle) {
        return throttle.admits("look:" + start(handle), Throttle.BY_LINK);
    }

    /** Whether one link does not send too many forms. */
    boolean admitsForm(HttpServletRequest request, String handle) {
        return throttle.admits("form:" + start(handle), Throttle.FORMS_BY_LINK);
    }

    /** Whether one network address does not try too many links, addresses or codes. */
    boolean admitsStranger(HttpServletRequest request) {
        return throttle.admits("from:" + clients.of(request), Throttle.BY_ADDRESS);
    }

    private static String start(String handle) {
        return handle.length() > 120 ? handle.substring(0, 120) : handle;
    }
}
