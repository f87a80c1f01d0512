package dev.baton.trading;

import dev.baton.platform.mail.MailAddress;
import java.net.URI;
import java.util.List;

/** How one attempt reaches the supplier. */
sealed interface Way {

    /**
     * To its endpoint.
     *
     * @param secret signs it, {@code whsec_} and base64
     */
    record Post(URI url, String secret) implements Way {}

    /** By mail, to the address on file today: the stored bytes may name an older one. */
    record Mail(MailAddress to, List<MailAddress> cc) implements Way {}
}
