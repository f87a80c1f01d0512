package dev.baton.notifications;

import dev.baton.merchants.Brand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail to a customer shows; public for its template only.
 *
 * @param sections the first names the goods it is about, those after it the rest of the order
 * @param choices answers the customer is asked for; empty = nothing is asked
 * @param trackUrl null = this Baton cannot be reached from outside, or the answers lead there
 */
public record CustomerMail(
        CustomerWords words,
        Brand brand,
        String orderName,
        String subject,
        String title,
        String hello,
        String text,
        List<Section> sections,
        List<Travel> travels,
        List<Choice> choices,
        @Nullable String trackUrl,
        String questions) {

    /** Content id of the brand's logo inside the mail. */
    public static final String LOGO = "logo";

    /** Goods under a heading; {@code main} says whether the mail is about them. */
    public record Section(String title, boolean main, List<Bought> goods) {}

    /** Goods by what they were bought as: {@code set} is the set they are parts of; null = bought as they are. */
    public record Bought(@Nullable String set, List<Row> rows) {}

    /** So many of an item. */
    public record Row(String storeLineId, String title, int quantity) {}

    /** How a parcel travels; {@code url} is the carrier's page, null = none. */
    public record Travel(String words, @Nullable String url) {}

    /**
     * An answer the customer may give.
     *
     * @param url the page it is given on, which a look at does not give it; null = this is only a sample
     */
    public record Choice(String words, @Nullable String url) {}

    /** The same for readers of plain text. */
    String plain() {
        StringBuilder out = new StringBuilder(1024);
        out.append(title)
                .append("\n\n")
                .append(hello)
                .append("\n\n")
                .append(text)
                .append("\n");
        for (Section section : sections) {
            out.append('\n').append(section.title()).append(":\n");
            section.goods().forEach(bought -> plain(bought, out));
        }
        for (Travel travel : travels) {
            out.append('\n').append(travel.words()).append('\n');
            if (travel.url() != null) {
                out.append(travel.url()).append('\n');
            }
        }
        for (Choice choice : choices) {
            out.append('\n').append(choice.words()).append('\n');
            if (choice.url() != null) {
                out.append(choice.url()).append('\n');
            }
        }
        if (trackUrl != null) {
            out.append('\n')
                    .append(words.say("mail.track"))
                    .append(":\n")
                    .append(trackUrl)
                    .append('\n');
        }
        out.append('\n').append(questions).append("\n\n").append(brand.name()).append('\n');
        if (brand.footer() != null) {
            out.append(brand.footer()).append('\n');
        }
        return out.toString();
    }

    private void plain(Bought bought, StringBuilder out) {
        String indent = bought.set() == null ? "  " : "    ";
        if (bought.set() != null) {
            out.append("  ").append(words.say("set", bought.set())).append(":\n");
        }
        bought.rows()
                .forEach(row -> out.append(indent)
                        .append(words.say("times", row.quantity()))
                        .append(' ')
                        .append(row.title())
                        .append('\n'));
    }
}
