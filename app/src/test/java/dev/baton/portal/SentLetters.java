package dev.baton.portal;

import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.world.http.Body;
import dev.baton.world.mail.Envelope;
import dev.baton.world.mail.Letter;
import java.time.Instant;
import java.util.List;

/** Mails a relay of the tests has taken, as their mailbox has them. */
final class SentLetters {

    private SentLetters() {}

    /** What was sent to that address, or to any that ends so, in the order it came. */
    static List<Letter> to(ScriptedRelay relay, String address) {
        return relay.messages().stream()
                .filter(raw -> raw.contains(address))
                .map(raw -> letter(raw, address))
                .filter(letter -> letter.header("To").contains(address))
                .toList();
    }

    /** On the wire a line that begins with a dot has one more. Source: RFC 5321, 4.5.2. */
    private static Letter letter(String raw, String address) {
        Body content = Body.of(raw.replace("\r\n..", "\r\n."));
        return Letter.read(1, Instant.EPOCH, new Envelope("", List.of(address), content), address);
    }
}
