package dev.baton.world.sabotage;

import dev.baton.world.http.Body;
import dev.baton.world.mail.Letter;
import dev.baton.world.mail.MailInterloper;
import dev.baton.world.story.BrandSheet;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.jspecify.annotations.Nullable;

/** What somebody in the middle does to one mail. */
public final class MailSpoiler implements MailInterloper.Spoiler {

    private static final Session NO_SESSION = Session.getInstance(new Properties());

    private final Sabotage sabotage;
    private final Predicate<Letter> victims;

    /** @param victims the mails worth spoiling: those that will be read */
    public MailSpoiler(Sabotage sabotage, Predicate<Letter> victims) {
        this.sabotage = sabotage;
        this.victims = victims;
    }

    @Override
    public @Nullable List<Body> apply(Letter letter) {
        boolean toCustomer = letter.header("X-Baton-Message").equals("order.shipped");
        boolean toSupplier = letter.attachment("-slip.pdf") != null;
        if (!victims.test(letter) || !(sabotage == Sabotage.SLIP_SHOWS_PRICE ? toSupplier : toCustomer)) {
            return null;
        }
        try {
            return switch (sabotage) {
                case LOST_MAIL -> List.of();
                case DOUBLE_MAIL -> List.of(letter.source(), again(letter));
                case WRONG_BRAND -> List.of(inAnotherDress(letter));
                case SLIP_SHOWS_PRICE -> List.of(withPrice(letter));
                case LOST_SEND,
                        DOUBLE_SEND,
                        WRONG_QUANTITY,
                        WRONG_ADDRESS,
                        LOST_INSTRUCTION,
                        LOST_FULFILMENT,
                        STOCK_NOT_LOWERED -> throw new IllegalStateException("not by mail");
            };
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail of Baton cannot be spoilt", e);
        }
    }

    /** The same under another Message-ID, so that no mailbox can tell. */
    private static Body again(Letter letter) throws MessagingException, IOException {
        MimeMessage copy = new Copy(letter);
        copy.setHeader("Message-ID", letter.messageId().replace("<", "<again."));
        return bytes(copy);
    }

    private static Body inAnotherDress(Letter letter) throws MessagingException, IOException {
        BrandSheet other = BrandSheet.ALL.stream()
                .filter(brand -> !brand.senderAddress().equals(letter.from()))
                .findFirst()
                .orElseThrow();
        MimeMessage copy = new Copy(letter);
        copy.setFrom(new InternetAddress(other.senderAddress(), other.name(), StandardCharsets.UTF_8.name()));
        copy.saveChanges();
        return bytes(copy);
    }

    private static Body withPrice(Letter letter) throws MessagingException, IOException {
        MimeMessage copy = new Copy(letter);
        price(copy);
        copy.saveChanges();
        return bytes(copy);
    }

    private static void price(Part part) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) {
                BodyPart inner = many.getBodyPart(i);
                price(inner);
            }
        } else if (String.valueOf(part.getFileName()).endsWith("-slip.pdf")) {
            String name = part.getFileName();
            byte[] priced = priced(part.getInputStream().readAllBytes());
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(priced, "application/pdf")));
            part.setFileName(name);
        }
    }

    private static byte[] priced(byte[] slip) throws IOException {
        try (PDDocument document = Loader.loadPDF(slip);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (PDPageContentStream page = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
                page.beginText();
                page.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 9);
                page.newLineAtOffset(40, 20);
                page.showText("Unit price 19.00");
                page.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static Body bytes(MimeMessage message) throws MessagingException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return Body.of(out.toByteArray());
    }

    /** A message that keeps its Message-ID whatever else is changed. */
    private static final class Copy extends MimeMessage {

        Copy(Letter letter) throws MessagingException {
            super(NO_SESSION, new ByteArrayInputStream(letter.source().bytes()));
        }

        @Override
        protected void updateMessageID() {
            // It stays the mail it was.
        }
    }
}
