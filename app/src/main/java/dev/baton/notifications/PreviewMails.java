package dev.baton.notifications;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.Logo;
import dev.baton.notifications.CustomerMail.Bought;
import dev.baton.notifications.CustomerMail.Row;
import dev.baton.notifications.CustomerMail.Section;
import dev.baton.notifications.CustomerMail.Travel;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.mail.SmtpResult;
import dev.baton.platform.pages.Pages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What customers are written, shown with an order nobody made: by brand and language, in the words and the form the real
 * mails have. A test goes to whoever asks for it, never to a customer.
 */
@Component
public class PreviewMails {

    /** Every mail there is, by what it tells. */
    public static final List<String> TEMPLATES = List.of(
            "confirmed",
            "part_shipped",
            "shipped",
            "after_all",
            "delivered",
            "lost",
            "found",
            "found_back",
            "delayed",
            "part_cancelled",
            "cancelled",
            "refunded",
            "asked");

    private static final String ORDER = "#1001";
    private static final String EARLIER = "#1000";
    private static final long REFUND_MINOR = 1_990;
    private static final LocalDate DELAYED_UNTIL = LocalDate.of(2026, 1, 7);

    private final Tenancy tenancy;
    private final BrandLookup brands;
    private final MailRelay relay;
    private final Pages pages;
    private final Ids ids;
    private final Clock clock;

    PreviewMails(Tenancy tenancy, BrandLookup brands, MailRelay relay, Pages pages, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.brands = brands;
        this.relay = relay;
        this.pages = pages;
        this.ids = ids;
        this.clock = clock;
    }

    /** The mail with its pictures in it, as a page of its own; opens or joins a transaction. */
    public String html(MerchantId merchant, Brand brand, String language, String template) {
        String html = pages.render("notifications/mail.jte", mail(brand, language, template));
        return logo(merchant, brand)
                .map(logo -> html.replace(
                        "cid:" + CustomerMail.LOGO,
                        "data:" + logo.mediaType() + ";base64,"
                                + Base64.getEncoder().encodeToString(logo.bytes())))
                .orElse(html);
    }

    /** The subject, for lists. */
    public String subject(Brand brand, String language, String template) {
        return mail(brand, language, template).subject();
    }

    /** The same in plain text. */
    public String plain(Brand brand, String language, String template) {
        return mail(brand, language, template).plain();
    }

    /**
     * Sends it to somebody who works here; call it without an open transaction.
     *
     * @return what the relay said
     * @throws Problem CONFLICT when no mail can leave
     */
    public SmtpResult send(MerchantId merchant, Brand brand, String language, String template, MailAddress to) {
        MailAddress from = Optional.ofNullable(brand.senderAddress())
                .flatMap(MailAddress::read)
                .or(relay::from)
                .filter(known -> relay.isSetUp())
                .orElseThrow(() -> new Problem(
                        CommonProblem.CONFLICT,
                        "No mail relay is set up: run Baton with --smtp-url and --mail-from, then try again."));
        if (relay.takePlace().isPresent()) {
            throw new Problem(CommonProblem.CONFLICT, "The relay's limit is reached; try again in a minute.");
        }
        CustomerMail mail = mail(brand, language, template);
        Letter letter = new Letter(
                from,
                brand.senderName(),
                to,
                List.of(),
                Optional.ofNullable(brand.replyTo()).flatMap(MailAddress::read).orElse(null),
                "Test: " + mail.subject(),
                ids.next() + ".test@" + from.domain(),
                clock.instant(),
                Map.of("X-Baton-Message", "test." + template, "Auto-Submitted", "auto-generated"),
                mail.plain(),
                pages.render("notifications/mail.jte", mail),
                logo(merchant, brand)
                        .map(logo -> List.of(new Letter.Picture(CustomerMail.LOGO, logo.mediaType(), logo.bytes())))
                        .orElse(List.of()),
                List.of());
        return relay.send(LetterWriter.write(letter), letter.to(), letter.cc());
    }

    private Optional<Logo> logo(MerchantId merchant, Brand brand) {
        return tenancy.inTransaction(merchant, () -> brands.logo(merchant, brand));
    }

    private static CustomerMail mail(Brand brand, String language, String template) {
        if (!TEMPLATES.contains(template)) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such mail.");
        }
        CustomerWords words = CustomerWords.of(language, brand.language());
        String key = "mail." + template;
        Object[] parts = parts(words, template);
        return new CustomerMail(
                words,
                brand,
                ORDER,
                words.say(key + ".subject", parts),
                words.say(key + ".title", parts.length > 1 ? parts[1] : parts[0]),
                words.say("mail.hello", "Ada Muster"),
                words.say(key + ".text", parts),
                sections(words, template),
                template.endsWith("shipped") || template.equals("after_all") || template.startsWith("found")
                        ? List.of(new Travel(words.say("mail.tracking", "UPS", "1Z999AA10123456784"), null))
                        : List.of(),
                template.equals("asked") ? WordMessages.choices(words, ORDER, _ -> null) : List.of(),
                null,
                WordMessages.questions(brand, words));
    }

    private static Object[] parts(CustomerWords words, String template) {
        return switch (template) {
            case "refunded" -> new Object[] {ORDER, words.money(REFUND_MINOR, "EUR")};
            case "asked" -> new Object[] {ORDER, EARLIER};
            case "delayed" -> new Object[] {ORDER, words.day(DELAYED_UNTIL)};
            default -> new Object[] {ORDER};
        };
    }

    private static List<Section> sections(CustomerWords words, String template) {
        if (template.equals("refunded")) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        boolean part = template.startsWith("part_");
        Row lamp = new Row("1", "Desk lamp", 1);
        Row chair = new Row("2", "Folding chair", 2);
        sections.add(new Section(
                words.say("mail." + template + ".list"),
                true,
                List.of(new Bought(null, part ? List.of(lamp) : List.of(lamp, chair)))));
        if (part) {
            sections.add(new Section(words.say("mail.also"), false, List.of(new Bought(null, List.of(chair)))));
        }
        return sections;
    }
}
