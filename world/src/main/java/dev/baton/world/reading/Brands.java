package dev.baton.world.reading;

import dev.baton.world.mail.Letter;
import dev.baton.world.story.BrandSheet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks for what does not belong to the one brand a customer knows. */
final class Brands {

    /** For what rounding does to a colour, and the white mark to the mean of a logo. */
    private static final int TOLERANCE = 30;

    private Brands() {}

    /** Flaws of words: those of another brand in a text. */
    static List<Flaw> words(String where, String text, String store) {
        List<Flaw> flaws = new ArrayList<>();
        String lower = text.toLowerCase(Locale.ROOT);
        for (BrandSheet other : BrandSheet.strangersTo(store)) {
            for (String word : List.of(
                    other.name(),
                    other.name().replace("&", "&amp;"),
                    other.senderAddress(),
                    other.replyTo(),
                    other.accentColour())) {
                if (lower.contains(word.toLowerCase(Locale.ROOT))) {
                    flaws.add(new Flaw(Flaw.BRAND, where + " shows '" + word + "' of " + other.name()));
                    break;
                }
            }
        }
        return flaws;
    }

    /** Flaws of a mail to a customer: sender, words, colours and pictures. */
    static List<Flaw> mail(Letter letter, String store) {
        List<Flaw> flaws = new ArrayList<>();
        BrandSheet own = BrandSheet.of(store);
        if (!letter.from().equals(own.senderAddress()) || !letter.senderName().equals(own.name())) {
            flaws.add(new Flaw(
                    Flaw.BRAND,
                    "the mail comes from '" + letter.senderName() + "' <" + letter.from() + "> instead of "
                            + own.name()));
        }
        if (!letter.replyTo().equals(own.replyTo())) {
            flaws.add(
                    new Flaw(Flaw.BRAND, "an answer would go to " + letter.replyTo() + " instead of " + own.replyTo()));
        }
        flaws.addAll(words("the mail", letter.html() + "\n" + letter.text() + "\n" + letter.subject(), store));
        for (Letter.Attachment picture : letter.attachments()) {
            if (picture.mediaType().startsWith("image/")) {
                flaws.addAll(colour("a picture of the mail", Pictures.mean(picture.content()), store));
            }
        }
        return flaws;
    }

    /** Flaws of a printed page: words, metadata, colours and pictures. */
    static List<Flaw> sheet(Sheet sheet, String store) {
        List<Flaw> flaws = new ArrayList<>(words("the slip", sheet.text() + "\n" + sheet.hidden(), store));
        if (!Words.has(sheet.text(), BrandSheet.of(store).name())) {
            flaws.add(new Flaw(
                    Flaw.BRAND, "the slip does not show " + BrandSheet.of(store).name()));
        }
        for (String colour : sheet.colours()) {
            flaws.addAll(colour("the slip", colour, store));
        }
        return flaws;
    }

    private static List<Flaw> colour(String where, String colour, String store) {
        return BrandSheet.strangersTo(store).stream()
                .filter(other -> Pictures.alike(colour, other.accentColour(), TOLERANCE))
                .map(other -> new Flaw(Flaw.BRAND, where + " is coloured " + colour + " like " + other.name()))
                .toList();
    }
}
