package dev.baton.platform.mail;

import dev.baton.platform.mail.Letter.Attachment;
import jakarta.mail.MessagingException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * Compares what a mail was meant to say with what it reads, and keeps the first difference. It names the place, never
 * the content: that may be a person's.
 */
public final class MailComparison {

    /** Words and the place they stand at, such as "item 2". */
    public record Said(String place, String words) {}

    private final MailReading read;
    private @Nullable String difference;

    /** Nothing is compared yet. */
    public MailComparison(MailReading read) {
        this.read = read;
    }

    /** The first difference in words, without what stands there; empty when the mail says what was meant. */
    public Optional<String> difference() {
        return Optional.ofNullable(difference);
    }

    /** Whom it goes to, who sends it and what it is about. */
    public void heads(List<String> to, String from, String subject) throws MessagingException {
        same("the recipient", to, MailReading.addresses(read.message().getAllRecipients()));
        same("the sender", List.of(from), MailReading.addresses(read.message().getFrom()));
        same("the subject", subject, Optional.ofNullable(read.message().getSubject()));
    }

    /** One thing that is shown; null = it must not be. */
    public void same(String what, @Nullable String wanted, Optional<String> shown) {
        if (!Objects.equals(
                wanted == null ? null : MailReading.flat(wanted),
                shown.map(MailReading::flat).orElse(null))) {
            differs(what);
        }
    }

    /** Things that are shown, all of them in this order. */
    public void same(String what, List<String> wanted, List<String> shown) {
        if (!flat(wanted).equals(flat(shown))) {
            differs(what);
        }
    }

    /** A number of things. */
    public void same(String what, int wanted, int shown) {
        if (wanted != shown) {
            differs(what);
        }
    }

    /** The one address of the HTML, part by part; null = there must be none. */
    public void address(@Nullable List<String> wanted) {
        List<Element> shown = read.marked("data-ship-to");
        same("shipTo", wanted == null ? 0 : 1, shown.size());
        for (Element element : shown) {
            same("HTML shipTo", wanted == null ? List.of() : wanted, texts(MailReading.marked(element, "data-part")));
        }
    }

    /**
     * Everything that is said, from the first word to the last: the first place at which the shown texts are others, are
     * missing or are too many is the difference. Texts of nothing but spaces are none.
     */
    public void whole(String part, List<Said> wanted, List<String> shown) {
        List<Said> said = wanted.stream()
                .filter(each -> !MailReading.flat(each.words()).isEmpty())
                .toList();
        List<String> read = shown.stream().filter(text -> !text.isEmpty()).toList();
        for (int i = 0; i < said.size(); i++) {
            if (i == read.size() || !MailReading.flat(said.get(i).words()).equals(MailReading.flat(read.get(i)))) {
                differs(part + ", " + said.get(i).place());
                return;
            }
        }
        if (read.size() > said.size()) {
            differs(part + ", after its last line");
        }
    }

    /** These lines of the text one after another, somewhere. */
    public void block(String what, List<String> wanted) {
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
    public void files(List<Attachment> wanted) {
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

    /** Something is otherwise than it was meant. */
    public void differs(String what) {
        if (difference == null) {
            difference = what + " reads otherwise than it was meant";
        }
    }

    /** What elements show. */
    public static List<String> texts(List<Element> elements) {
        return elements.stream().map(Element::getTextContent).toList();
    }

    private static List<String> flat(List<String> texts) {
        return texts.stream().map(MailReading::flat).toList();
    }
}
