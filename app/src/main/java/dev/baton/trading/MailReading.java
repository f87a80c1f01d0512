package dev.baton.trading;

import dev.baton.platform.mail.MailMessages;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A message of ours read as its receiver will read it. */
final class MailReading {

    private static final String DOCTYPE = "<!DOCTYPE html>";

    private final MimeMessage message;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Document page;

    /** @throws MessagingException, IOException when it cannot be read */
    MailReading(byte[] bytes) throws MessagingException, IOException {
        this.message = MailMessages.read(bytes);
        walk(message);
        this.page = parse(html.toString());
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
        } else if (part.isMimeType("text/html")) {
            html.append(part.getContent());
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent());
        }
    }

    /** Our pages are well-formed, so that a strict reader reads them; no DTD is looked at. */
    private static Document parse(String html) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(
                    new StringReader(html.replaceFirst(DOCTYPE, "").strip())));
        } catch (ParserConfigurationException | SAXException unreadable) {
            throw new IOException("its HTML cannot be read back", unreadable);
        }
    }

    MimeMessage message() {
        return message;
    }

    /** Lines of the text part, spaces within them made one. */
    List<String> lines() {
        return text.toString().lines().map(MailReading::flat).toList();
    }

    Map<String, byte[]> files() {
        return files;
    }

    /** Elements with that attribute, in the order of the page. */
    List<Element> marked(String attribute) {
        return marked(page.getDocumentElement(), attribute);
    }

    static List<Element> marked(Element within, String attribute) {
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
    static Optional<String> shown(Element within, String attribute) {
        return marked(within, attribute).stream().findFirst().map(element -> flat(element.getTextContent()));
    }

    Optional<String> shown(String attribute) {
        return shown(page.getDocumentElement(), attribute);
    }

    /** As readers see it: runs of spaces and line ends are one space. */
    static String flat(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }
}
