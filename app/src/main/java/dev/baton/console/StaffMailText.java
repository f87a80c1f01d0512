package dev.baton.console;

import dev.baton.console.StaffMails.Line;
import dev.baton.console.StaffMails.Row;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MessageIds;
import dev.baton.platform.pages.Pages;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the mails to staff. Needs an open transaction of the merchant. */
@Component
class StaffMailText {

    private final MerchantLookup merchants;
    private final BrandLookup brands;
    private final PublicUrl publicUrl;
    private final Pages pages;

    StaffMailText(MerchantLookup merchants, BrandLookup brands, PublicUrl publicUrl, Pages pages) {
        this.merchants = merchants;
        this.brands = brands;
        this.publicUrl = publicUrl;
        this.pages = pages;
    }

    /** The sender of what the merchant's staff gets: the default brand's, where it has one. */
    MailAddress sender(MerchantId merchant, MailAddress installation) {
        return brands.byCode(merchant, Brand.DEFAULT)
                .map(Brand::senderAddress)
                .flatMap(MailAddress::read)
                .orElse(installation);
    }

    Letter write(MerchantId merchant, Row row, MailAddress to, MailAddress installation) {
        String name = merchants.settings(merchant).name();
        MailAddress from = row.kind() == StaffMails.Kind.TEST ? sender(merchant, installation) : installation;
        StaffMailSheet sheet = sheet(row, name);
        return new Letter(
                from,
                name,
                to,
                List.of(),
                null,
                sheet.heading() + " – " + name,
                MessageIds.ofLetter(row.id(), merchant, from),
                row.askedAt(),
                Map.of("Auto-Submitted", "auto-generated"),
                text(sheet),
                pages.render("console/staff-mail.jte", sheet),
                List.of(),
                List.of());
    }

    /** What the bytes say otherwise than was meant; empty when nothing. */
    Optional<String> difference(MerchantId merchant, Row row, Letter meant, byte[] bytes) {
        return StaffMailCheck.ofSheet(
                bytes, meant, sheet(row, merchants.settings(merchant).name()));
    }

    private StaffMailSheet sheet(Row row, String name) {
        long sum = row.lines().stream().mapToLong(Line::count).sum();
        List<StaffMailSheet.Item> items = row.lines().stream().map(this::item).toList();
        boolean links = publicUrl.isKnown();
        String foot = links
                ? "You choose under Your account whether this mail comes: " + url("/console/account")
                : "No public address of this Baton is set, so nothing here leads anywhere: open the console.";
        return switch (row.kind()) {
            case MORNING ->
                new StaffMailSheet(
                        needs(sum),
                        sum == 0 ? "No order is stopped and no task is open." : "What waits for a person:",
                        items,
                        links,
                        foot);
            case WOULD_HAVE_SENT ->
                new StaffMailSheet(
                        Moments.counted(sum, "document would have been sent", "documents would have been sent"),
                        "Yesterday Baton planned these for what is watched, and sent none:",
                        items,
                        links,
                        foot);
            case TEST ->
                new StaffMailSheet(
                        "Mail arrives",
                        "This is the test mail of " + name
                                + " in Baton. Whoever reads it can hear from Baton. Look at its"
                                + " headers for spf=pass and dkim=pass: then others take it, too.",
                        List.of(),
                        links,
                        "Sent because somebody pressed the button under Set-up.");
        };
    }

    /** What a count of things that need somebody is called. */
    static String needs(long count) {
        return count == 0 ? "Nothing needs you" : Moments.counted(count, "thing needs you", "things need you");
    }

    private StaffMailSheet.Item item(Line line) {
        return new StaffMailSheet.Item(line.count() + " × " + line.what(), url(line.path()));
    }

    private String url(@Nullable String path) {
        return path == null || path.isEmpty()
                ? ""
                : Optional.of(path).flatMap(publicUrl::of).map(URI::toString).orElse("");
    }

    private static String text(StaffMailSheet sheet) {
        StringBuilder text = new StringBuilder(sheet.heading())
                .append("\n\n")
                .append(sheet.intro())
                .append("\n\n");
        for (StaffMailSheet.Item item : sheet.items()) {
            text.append("- ").append(item.text()).append('\n');
            if (!item.url().isEmpty()) {
                text.append("  ").append(item.url()).append('\n');
            }
        }
        return text.append('\n').append(sheet.foot()).append('\n').toString();
    }
}
