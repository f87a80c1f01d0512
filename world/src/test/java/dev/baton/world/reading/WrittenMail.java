package dev.baton.world.reading;

import dev.baton.world.http.Body;
import dev.baton.world.mail.Envelope;
import dev.baton.world.mail.Letter;
import jakarta.activation.DataHandler;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A mail of a test's own making. */
final class WrittenMail {

    final Map<String, String> headers = new LinkedHashMap<>();
    final Map<String, byte[]> files = new LinkedHashMap<>();
    String from = "orders@lantern-and-pine.example";
    String senderName = "Lantern & Pine";
    String replyTo = "help@lantern-and-pine.example";
    String subject = "";
    String html = "";
    String text = "";

    Letter letter() throws Exception {
        MimeMessage message = new MimeMessage(Session.getInstance(new Properties())) {
            @Override
            protected void updateMessageID() {
                // Given by the test.
            }
        };
        message.setFrom(new InternetAddress(from, senderName, "UTF-8"));
        message.setReplyTo(InternetAddress.parse(replyTo));
        message.setSubject(subject, "UTF-8");
        MimeMultipart bodies = new MimeMultipart("alternative");
        bodies.addBodyPart(part("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8)));
        bodies.addBodyPart(part("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8)));
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart shown = new MimeBodyPart();
        shown.setContent(bodies);
        all.addBodyPart(shown);
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            String type = file.getKey().endsWith(".csv") ? "text/csv" : "application/pdf";
            MimeBodyPart part = part(type, file.getValue());
            part.setFileName(file.getKey());
            all.addBodyPart(part);
        }
        message.setContent(all);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            message.setHeader(header.getKey(), header.getValue());
        }
        message.saveChanges();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        Envelope envelope = new Envelope("bounces@mail.example", List.of("box@q1.example"), Body.of(out.toByteArray()));
        return Letter.read(1, Instant.EPOCH, envelope, "box@q1.example");
    }

    private static MimeBodyPart part(String type, byte[] content) throws Exception {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        return part;
    }

    /** A PDF of these lines; an ampersand and letters of Western Europe only. */
    static byte[] pdf(String title, List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(title);
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                content.setLeading(14);
                content.newLineAtOffset(50, 740);
                for (String line : lines) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
