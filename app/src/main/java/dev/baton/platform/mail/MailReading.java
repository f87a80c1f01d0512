package dev.baton.platform.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimePart;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A message of ours read as its receiver will read it: its heads, the lines of its text and, where it has one, its
 * page. Our pages are well-formed, so that a strict reader reads them.
 */
public final class MailReading {

    private static final Pattern DOCTYPE = Pattern.compile("<!doctype html>", Pattern.CASE_INSENSITIVE);
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What XML 1.0 has no place for; a reader of mails shows nothing for it either. */
    private static final Pattern UNSHOWN =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final MimeMessage message;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, byte[]> pictures = new LinkedHashMap<>();
    private final @Nullable Element page;

    /**
     * Reads all of it.
     *
     * @throws MessagingException when the bytes are no message
     * @throws IOException when a part of it, or its page, cannot be read
     */
    public MailReading(byte[] bytes) throws MessagingException, IOException {
        this.message = MailMessages.read(bytes);
        walk(message);
        this.page = html.isEmpty() ? null : parse(html.toString());
    }

    private void walk(Part part) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            files.put(part.getFileName(), part.getInputStream().readAllBytes());
        } else if (part.isMimeType("multipart/*")) {
            Multipart parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart each = parts.getBodyPart(i);
                walk(each);
            }
        } else if (part.isMimeType("image/*") && part instanceof MimePart picture && picture.getContentID() != null) {
            pictures.put(
                    picture.getContentID().replaceAll("[<>]", ""),
                    part.getInputStream().readAllBytes());
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }

    /** No DTD is looked at. */
    private static Element parse(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            String shown =
                    UNSHOWN.matcher(DOCTYPE.matcher(html).replaceFirst("")).replaceAll(" ");
            return builder.parse(new InputSource(new StringReader(shown.strip())))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("its HTML cannot be read back", unreadable);
        }
    }

    /** The addresses of a head as they are shown, without names; none where the head is not there. */
    public static List<String> addresses(Address @Nullable [] head) {
        return head == null
                ? List.of()
                : Arrays.stream(head)
                        .map(address -> ((InternetAddress) address).getAddress())
                        .toList();
    }

    /** Its heads. */
    public MimeMessage message() {
        return message;
    }

    /** Lines of the text part, spaces within them made one. */
    public List<String> lines() {
        return text.toString().lines().map(MailReading::flat).toList();
    }

    /** Pictures its page shows, by the names the page calls them by ({@code cid:}). */
    public Map<String, byte[]> pictures() {
        return pictures;
    }

    /** Files beside the text, by name. */
    public Map<String, byte[]> files() {
        return files;
    }

    /** What the body of the page shows, text by text in the order of the page; empty where there is no page. */
    public List<String> texts() {
        List<String> found = new ArrayList<>();
        if (page != null && page.getElementsByTagName("body").item(0) instanceof Element body) {
            texts(body, found);
        }
        return found;
    }

    private static void texts(Node within, List<String> found) {
        for (Node each = within.getFirstChild(); each != null; each = each.getNextSibling()) {
            if (each.getNodeType() == Node.TEXT_NODE || each.getNodeType() == Node.CDATA_SECTION_NODE) {
                found.add(flat(each.getNodeValue()));
            } else {
                texts(each, found);
            }
        }
    }

    /** Values of the attribute, in the order of the page. */
    public List<String> values(String attribute) {
        return marked(attribute).stream()
                .map(element -> element.getAttribute(attribute))
                .toList();
    }

    /** Elements with that attribute, in the order of the page. */
    public List<Element> marked(String attribute) {
        return page == null ? List.of() : marked(page, attribute);
    }

    /** Elements with that attribute below another, in the order of the page. */
    public static List<Element> marked(Element within, String attribute) {
        List<Element> found = new ArrayList<>();
        NodeList all = within.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.hasAttribute(attribute)) {
                found.add(element);
            }
        }
        return found;
    }

    /** What the first element with that attribute shows; empty when there is none. */
    public static Optional<String> shown(Element within, String attribute) {
        return marked(within, attribute).stream().findFirst().map(element -> flat(element.getTextContent()));
    }

    /** What the first element of the page with that attribute shows; empty when there is none. */
    public Optional<String> shown(String attribute) {
        return page == null ? Optional.empty() : shown(page, attribute);
    }

    /** As readers see it: runs of spaces and line ends are one space. */
    public static String flat(String value) {
        return SPACES.matcher(UNSHOWN.matcher(value).replaceAll(" "))
                .replaceAll(" ")
                .strip();
    }
}
