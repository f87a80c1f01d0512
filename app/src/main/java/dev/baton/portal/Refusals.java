package dev.baton.portal;

import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import dev.baton.purchasing.PurchaseOrderStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Pages for what cannot be shown or done: each says what to do now. */
@Component
class Refusals {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    private final Assets assets;
    private final Pages pages;
    private final Throttle throttle;

    Refusals(Assets assets, Pages pages, Throttle throttle) {
        this.assets = assets;
        this.pages = pages;
        this.throttle = throttle;
    }

    /** A handle nobody made, or of a purchase order that cannot be shown: the same page for both. */
    ResponseEntity<String> unknownLink(Words words) {
        return plain(NOT_FOUND, words, "unknown");
    }

    /** A form that another site sent. */
    ResponseEntity<String> foreignForm(Words words) {
        return plain(FORBIDDEN, words, "foreign");
    }

    /** Names when to try again, for people and for programmes. */
    ResponseEntity<String> tooMany(Words words) {
        int seconds = throttle.secondsToWait();
        String title = words.say("too-many.title");
        String html = html(words, title, List.of(words.say("too-many.text", seconds)));
        return Answer.page(TOO_MANY, html, Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(seconds)));
    }

    /** A paper there is none of: another size, or nothing left to pack. */
    ResponseEntity<String> unprintable(OpenedLink link) {
        return plain(NOT_FOUND, link.words(), "unprintable");
    }

    /** What broke inside; {@code correlation} finds it in our log. */
    ResponseEntity<String> broken(int status, Words words, String correlation) {
        return page(
                status,
                words,
                words.say("broken.title"),
                List.of(words.say("broken.text"), words.say("broken.correlation", correlation)));
    }

    /** Says the same whoever asks and however often. */
    ResponseEntity<String> expired(OpenedLink link, boolean asked) {
        Words words = link.words();
        String title = words.say("expired.title");
        PlainPage page = new PlainPage(
                assets.shell(words.language(), title),
                title,
                stopping(link, List.of(words.say(asked ? "fresh.asked" : "expired.text"))),
                asked ? null : words.say("expired.button"),
                link.base() + "/fresh");
        return Answer.page(asked ? 200 : GONE, pages.render("portal/plain.jte", page));
    }

    /** Says who took it back and where to write; nothing can be asked for here. */
    ResponseEntity<String> takenBack(OpenedLink link, String merchant, Optional<String> address) {
        Words words = link.words();
        return page(
                GONE,
                words,
                words.say("taken-back.title"),
                stopping(
                        link,
                        List.of(
                                words.say("taken-back.text", merchant),
                                address.map(at -> words.say("taken-back.write", at))
                                        .orElseGet(() -> words.say("taken-back.answer", merchant)))));
    }

    /** Whoever opens an old mail of a cancelled order reads first that nothing of it is to be shipped. */
    private static List<String> stopping(OpenedLink link, List<String> texts) {
        return link.order().status() == PurchaseOrderStatus.CANCELLED
                ? Stream.concat(Stream.of(link.words().say("order.cancelled")), texts.stream())
                        .toList()
                : texts;
    }

    private ResponseEntity<String> plain(int status, Words words, String what) {
        return page(status, words, words.say(what + ".title"), List.of(words.say(what + ".text")));
    }

    private ResponseEntity<String> page(int status, Words words, String title, List<String> texts) {
        return Answer.page(status, html(words, title, texts));
    }

    private String html(Words words, String title, List<String> texts) {
        PlainPage page = new PlainPage(assets.shell(words.language(), title), title, texts, null, "");
        return pages.render("portal/plain.jte", page);
    }
}
