package dev.baton.portal;

import dev.baton.inventory.FeedDiff;
import dev.baton.trading.feeds.FeedLookup.FileView;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a supplier is asked about one of its stock files, in its language.
 *
 * @param file the file's name
 * @param claim what it seems to say, such as "4,812 of 4,812 are 0"
 */
record StockQuestion(String file, String claim) {

    static StockQuestion of(FileView view, Words words) {
        FeedDiff diff = Objects.requireNonNull(view.run().diff());
        NumberFormat numbers = NumberFormat.getIntegerInstance(Locale.forLanguageTag(words.language()));
        return new StockQuestion(view.file().name(), claim(diff, words, numbers));
    }

    private static String claim(FeedDiff diff, Words words, NumberFormat numbers) {
        if (diff.offers() > 0 && diff.zeros() == diff.offers()) {
            return words.say("stock.zeros", numbers.format(diff.zeros()), numbers.format(diff.offers()));
        }
        @Nullable Integer before = diff.previousOffers();
        if (before == null && 2L * diff.lost() <= diff.stocked()) {
            return words.say("stock.first", numbers.format(diff.offers() - diff.zeros()));
        }
        if (before != null && diff.offers() < before) {
            return words.say("stock.fewer", numbers.format(diff.offers()), numbers.format(before));
        }
        return words.say("stock.lost", numbers.format(diff.lost()), numbers.format(diff.stocked()));
    }
}
