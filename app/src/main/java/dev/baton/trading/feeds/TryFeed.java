package dev.baton.trading.feeds;

import dev.baton.inventory.StagedFault;
import dev.baton.inventory.StagedRow;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableProblem;
import dev.baton.platform.tables.TableRow;
import dev.baton.trading.sources.TrySource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the server of a feed for its file, before it is relied on, and looks whether the file could be read. Keeps nothing. */
@Component
public final class TryFeed {

    private static final int ROWS = 200;

    private final Tenancy tenancy;
    private final Feeds feeds;
    private final TrySource source;

    TryFeed(Tenancy tenancy, Feeds feeds, TrySource source) {
        this.tenancy = tenancy;
        this.feeds = feeds;
        this.source = source;
    }

    /**
     * What came of it, in words.
     *
     * @param well a file came whose first rows can be read
     */
    public record Tried(boolean well, String said) {}

    /**
     * Tries a definition, whether it is agreed or only typed. Waits for the server; call it without an open transaction.
     *
     * @param code of the feed whose stored secret is used where the server is the same
     * @param secret the one to sign in with; null = the stored one, "" = none
     * @throws Problem {@link FeedProblem#FEED_INVALID} naming the field; {@link FeedProblem#FEED_UNKNOWN}
     */
    public Tried look(MerchantId merchant, String code, FeedDefinition definition, @Nullable String secret) {
        FeedChecks.check(code, definition);
        if (!definition.source().isFetched()) {
            throw FeedChecks.invalid("source.url", "Say first where the file is fetched.");
        }
        FeedView known = tenancy.inTransaction(
                merchant, () -> feeds.find(merchant, code).orElseThrow(() -> FeedChecks.unknown(code)));
        boolean stored = !"".equals(secret)
                && definition.source().isServerOf(known.definition().source());
        Peek peek = new Peek(definition.mapping());
        TrySource.Answer answer = source.look(
                merchant,
                stored ? known.id().value() : null,
                definition.source(),
                "".equals(secret) ? null : secret,
                peek::read);
        @Nullable String trouble = answer.trouble();
        if (trouble != null) {
            return new Tried(false, sentence(trouble));
        }
        @Nullable String key = answer.hostKey();
        return key == null
                ? peek.found()
                : new Tried(peek.found().well(), peek.found().said() + " Its key is " + key + ".");
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }

    /** Reads the beginning of a file by a mapping. */
    private static final class Peek {

        private final ColumnMapping mapping;
        private Tried found = new Tried(false, "The server sent nothing.");

        Peek(ColumnMapping mapping) {
            this.mapping = mapping;
        }

        Tried found() {
            return found;
        }

        void read(String name, String mediaType, InputStream bytes) throws IOException {
            String sent = "The server sent " + name + " (" + mediaType + "). ";
            TableOptions options = new TableOptions(mapping.headerRow(), null, null, mapping.sheet());
            try (TableFile table = TableFile.open(bytes, options, TableLimits.SMALL)) {
                found = read(sent, table);
            } catch (Problem unreadable) {
                found = unreadable.code() == TableProblem.TABLE_TOO_LARGE
                        ? new Tried(true, sent + "It is too large to be looked into while you wait.")
                        : new Tried(false, sent + unreadable.detail());
            }
        }

        private Tried read(String sent, TableFile table) {
            RowReader reader = new RowReader(mapping, table.header());
            List<StagedRow> figures = new ArrayList<>();
            List<StagedFault> faults = new ArrayList<>();
            int rows = 0;
            int left = 0;
            for (TableRow row = table.next(); row != null && rows < ROWS; row = table.next(), rows++) {
                int before = figures.size();
                reader.read(row, figures, faults);
                left += figures.size() == before ? 1 : 0;
            }
            String columns = sent + "Its columns are " + String.join(", ", table.header()) + ". ";
            if (rows == 0) {
                return new Tried(false, columns + "It has no rows.");
            }
            String looked = rows == ROWS ? "Of the first " + ROWS + " rows " : "Of its " + rows + " rows ";
            return new Tried(
                    left < rows,
                    columns + looked + (rows - left) + " can be read."
                            + (left == 0
                                    ? ""
                                    : " One that cannot: " + faults.getFirst().message()));
        }
    }
}
