package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.OrderViews.Event;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.PurchaseViews.Fact;
import dev.baton.console.TaskViews.Figure;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of stores show. */
public final class StoreViews {

    private StoreViews() {}

    /**
     * A store in the list.
     *
     * @param warned variants a person is warned of
     * @param drifted figures that were wrong at the last comparison; null = it was never compared
     * @param readAt when all its products were last read; null = never
     */
    public record Row(
            String id,
            String path,
            String code,
            String name,
            String kind,
            Mark connection,
            Mark state,
            boolean keepsStock,
            long warned,
            @Nullable Integer drifted,
            @Nullable Instant readAt,
            @Nullable Instant knownUntil) {}

    /**
     * One store.
     *
     * @param stock where its stock is switched; null = whoever looks may not, or it cannot be
     * @param mails where is said who tells its customers of what; null = whoever looks may not
     */
    public record Store(
            Frame frame,
            String id,
            String name,
            List<Mark> marks,
            List<Figure> figures,
            List<Fact> connection,
            List<Fact> reading,
            List<Fact> comparison,
            List<Fact> policies,
            boolean may,
            @Nullable String stock,
            @Nullable String mails,
            List<Event> timeline) {}

    /**
     * Whether a store's stock is kept here.
     *
     * @param locations whose figures can be kept; empty = the store named none
     * @param location whose figures are kept; null = none
     * @param since null = it is left alone
     * @param warned variants whose figure stops no sale
     */
    public record StockSwitch(
            Frame frame,
            String name,
            String path,
            List<Option> locations,
            @Nullable String location,
            @Nullable Instant since,
            long warned,
            String warnedPath,
            @Nullable String trouble) {}

    /** Who tells a store's customers of what. */
    public record StoreMails(Frame frame, String name, String path, boolean shopify, List<MailRow> rows) {}

    /**
     * One kind of message.
     *
     * @param fromHere whether it leaves from here; else the store tells
     * @param hint what to do in the store
     */
    public record MailRow(String kind, String label, boolean fromHere, String hint) {}

    /** A variant of a store and what is shown of it. */
    public record Variant(
            String id,
            String variant,
            String sku,
            String title,
            Mark state,
            long should,
            @Nullable Integer shows,
            String why) {}

    /** A figure that was wrong. */
    public record Drift(
            String id,
            String variant,
            String sku,
            String title,
            String kind,
            int expected,
            int found,
            boolean mended) {}
}
