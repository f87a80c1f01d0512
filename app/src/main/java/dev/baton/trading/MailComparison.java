package dev.baton.trading;

import dev.baton.platform.mail.Letter.Attachment;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Compares what a mail was meant to say with what it reads, and keeps the first difference. */
final class MailComparison {

    private final MailReading read;
    private @Nullable String difference;

    MailComparison(MailReading read) {
        this.read = read;
    }

    /** The first difference in words, without what stands there; empty when the mail says what was meant. */
    Optional<String> difference() {
        return Optional.ofNullable(difference);
    }

    void same(String what, @Nullable String wanted, Optional<String> shown) {
        if (!Objects.equals(
                wanted == null ? null : MailReading.flat(wanted),
                shown.map(MailReading::flat).orElse(null))) {
            differs(what);
        }
    }

    void same(String what, List<String> wanted, List<String> shown) {
        if (!flat(wanted).equals(flat(shown))) {
            differs(what);
        }
    }

    void same(String what, int wanted, int shown) {
        if (wanted != shown) {
            differs(what);
        }
    }

    /** The one address of the HTML, part by part; null = there must be none. */
    void address(@Nullable List<OrderMail.Part> wanted) {
        List<Element> shown = read.marked("data-ship-to");
        same("shipTo", wanted == null ? 0 : 1, shown.size());
        for (Element element : shown) {
            same(
                    "HTML shipTo",
                    wanted == null
                            ? List.of()
                            : wanted.stream().map(OrderMail.Part::shown).toList(),
                    texts(MailReading.marked(element, "data-part")));
        }
    }

    /** These lines of the text one after another, somewhere. */
    void block(String what, List<String> wanted) {
        List<String> lines = read.lines();
        List<String> flat = flat(wanted);
        for (int from = 0; from + flat.size() <= lines.size(); from++) {
            if (lines.subList(from, from + flat.size()).equals(flat)) {
                return;
            }
        }
        differs(what);
    }

    /** The attachments, byte by byte. */
    void files(List<Attachment> wanted) {
        same(
                "names of the attachments",
                wanted.stream().map(Attachment::fileName).toList(),
                List.copyOf(read.files().keySet()));
        for (Attachment attachment : wanted) {
            if (!Arrays.equals(attachment.bytes(), read.files().get(attachment.fileName()))) {
                differs("the attachment " + attachment.fileName());
            }
        }
    }

    /** Names the place, never the content: it may be a person's. */
    void differs(String what) {
        if (difference == null) {
            difference = what + " reads otherwise than it was meant";
        }
    }

    static List<String> texts(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).toList();
    }

    private static List<String> flat(List<String> texts) {
        return texts.stream().map(MailReading::flat).toList();
    }
}
