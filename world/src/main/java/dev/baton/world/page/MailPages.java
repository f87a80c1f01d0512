package dev.baton.world.page;

import static dev.baton.world.page.Html.escape;
import static dev.baton.world.page.Html.link;

import dev.baton.world.http.Body;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.mail.Letter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows the mailboxes of a run: {@code /mail}, {@code /mail/{address}} and {@code /mail/{address}/{number}}. */
final class MailPages {

    static final String PREFIX = "/mail";

    private static final int ROWS = 300;

    /** What somebody mailed runs nothing, loads nothing from anywhere, and is what it is said to be. */
    private static final Map<String, String> HARMLESS = Map.of(
            "content-security-policy",
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'",
            "x-content-type-options",
            "nosniff",
            "referrer-policy",
            "no-referrer");

    /** Pictures a mail may show; what else it calls a picture is a file of it. */
    private static final Pattern PICTURE = Pattern.compile("image/(png|jpeg|gif|webp)");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final String domain;
    private final Supplier<Map<String, List<Letter>>> boxes;

    /**
     * The pages of these mailboxes.
     *
     * @param domain what every address of them ends with
     * @param boxes what lies in each now
     */
    MailPages(String domain, Supplier<Map<String, List<Letter>>> boxes) {
        this.domain = domain;
        this.boxes = boxes;
    }

    Reply handle(Request request, List<String> navigation) {
        String[] parts = request.path().split("/", -1);
        if (parts.length <= 2 || parts[2].isEmpty()) {
            return Reply.html(boxes(navigation));
        }
        @Nullable List<Letter> box = boxes.get().get(parts[2]);
        if (box == null) {
            return Reply.text(404, "The world has no such mailbox.");
        }
        if (parts.length == 3) {
            return Reply.html(box(parts[2], box, navigation));
        }
        @Nullable
        Letter letter = box.stream()
                .filter(one -> Integer.toString(one.number()).equals(parts[3]))
                .findFirst()
                .orElse(null);
        if (letter == null) {
            return Reply.text(404, "There is no such mail.");
        }
        return parts.length == 4 ? Reply.html(letter(letter, navigation)) : part(letter, parts);
    }

    private String boxes(List<String> navigation) {
        List<List<String>> suppliers = new ArrayList<>();
        List<List<String>> customers = new ArrayList<>();
        boxes.get().forEach((address, letters) -> {
            boolean customer = address.endsWith("@customers." + domain);
            if (!customer || !letters.isEmpty()) {
                (customer ? customers : suppliers).add(row(address, letters));
            }
        });
        customers.sort((a, b) -> b.getLast().compareTo(a.getLast()));
        Html html = new Html();
        html.paragraph("Everything Baton mailed in this run. Nothing of it leaves this machine.");
        List<String> heads = List.of("mailbox", "#mails", "the last one", "when");
        html.heading("Suppliers").table(heads, suppliers);
        html.heading("Customers").table(heads, customers.subList(0, Math.min(ROWS, customers.size())));
        return html.page("Mail", navigation);
    }

    private List<String> row(String address, List<Letter> letters) {
        // the run's own domain is the same in every row
        String shown = address.replace("@customers." + domain, "").replace("." + domain, "");
        return List.of(
                link(path(address), shown),
                Integer.toString(letters.size()),
                letters.isEmpty() ? "" : escape(letters.getLast().subject()),
                letters.isEmpty() ? "" : time(letters.getLast().at()));
    }

    private String box(String address, List<Letter> box, List<String> navigation) {
        List<List<String>> rows = new ArrayList<>();
        for (Letter letter : box.reversed().subList(0, Math.min(ROWS, box.size()))) {
            rows.add(List.of(
                    time(letter.at()),
                    escape(letter.senderName()),
                    link(path(address) + "/" + letter.number(), letter.subject()),
                    Integer.toString(letter.attachments().size())));
        }
        return new Html()
                .heading("Newest first")
                .table(List.of("when", "from", "subject", "#files"), rows)
                .page(address, navigation);
    }

    private String letter(Letter letter, List<String> navigation) {
        String self = path(letter.to()) + "/" + letter.number();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < letter.attachments().size(); i++) {
            Letter.Attachment file = letter.attachments().get(i);
            int kibibytes = Math.max(1, file.content().bytes().length / 1024);
            files.add(link(self + "/file/" + i, file.name().isEmpty() ? file.mediaType() : file.name()) + " "
                    + kibibytes + " KiB");
        }
        return new Html()
                .list(List.of(
                        "From " + escape(letter.senderName() + " <" + letter.from() + ">"),
                        "To " + link(path(letter.to()), letter.to()),
                        "Answers go to " + escape(letter.replyTo()),
                        "Arrived " + time(letter.at()) + " UTC"))
                .list(files)
                .frame(self + "/html", letter.subject())
                .heading("The same as plain text")
                .plain(letter.text())
                .still(letter.subject(), navigation);
    }

    private static Reply part(Letter letter, String... parts) {
        if (parts[4].equals("html")) {
            return new Reply.Answer(200, "text/html; charset=utf-8", Body.of(withPicture(letter)), HARMLESS);
        }
        int index = parts.length == 6 && parts[5].matches("\\d{1,2}") ? Integer.parseInt(parts[5]) : -1;
        if (!parts[4].equals("file")
                || index < 0
                || index >= letter.attachments().size()) {
            return Reply.text(404, "The mail has no such part.");
        }
        Letter.Attachment file = letter.attachments().get(index);
        Map<String, String> headers = new HashMap<>(HARMLESS);
        String name = file.name().replaceAll("[^A-Za-z0-9._-]", "_");
        headers.put("content-disposition", "attachment; filename=\"" + name + "\"");
        return new Reply.Answer(200, file.mediaType(), file.content(), headers);
    }

    /** The mail's own picture in the place of its name: a mail of Baton carries its logo and no other. */
    private static String withPicture(Letter letter) {
        return letter.attachments().stream()
                .filter(part -> PICTURE.matcher(part.mediaType()).matches())
                .findFirst()
                .map(part -> letter.html()
                        .replaceAll(
                                "cid:[^\"'\\s>]+",
                                "data:" + part.mediaType() + ";base64,"
                                        + Base64.getEncoder()
                                                .encodeToString(part.content().bytes())))
                .orElse(letter.html());
    }

    private static String path(String address) {
        return PREFIX + "/" + URLEncoder.encode(address, StandardCharsets.UTF_8);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
