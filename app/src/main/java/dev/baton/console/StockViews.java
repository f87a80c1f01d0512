package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.inventory.StockAlert;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of stock and of backorders show. */
public final class StockViews {

    private StockViews() {}

    /** One thing that is sold; {@code published} is null for a bundle, which has no stock of its own. */
    public record Row(
            String path,
            String code,
            String title,
            @Nullable Long published) {}

    /**
     * An alert about stock; meanings as in {@link StockAlert}.
     *
     * @param supplier whose offer it is about, or who offers the goods
     * @param cover days it lasted when it was raised; empty = it is about no pace
     * @param where where what is to be done is done
     * @param limit the days it was measured by; 0 = none
     * @param over null while it is so
     */
    public record Alert(
            String id,
            String path,
            String code,
            String title,
            StockAlert.Kind kind,
            String supplier,
            String cover,
            Instant since,
            String toDo,
            String where,
            long available,
            int sold,
            int soldDays,
            int limit,
            @Nullable Instant over) {}

    /**
     * When is warned of stock, and the form for another word.
     *
     * @param lowDays days of cover where nothing is said
     * @param staleDays days a figure may be old where nothing is said
     * @param typed what was typed into the form and could not be taken
     */
    public record Thresholds(
            Frame frame,
            List<ThresholdRow> rows,
            int lowDays,
            int staleDays,
            List<Option> suppliers,
            ThresholdForm typed,
            @Nullable String trouble) {}

    /**
     * One word on when to warn.
     *
     * @param about whom it is about, in words
     * @param path its page; null = it is about everything
     * @param low in words
     * @param stale in words
     */
    public record ThresholdRow(
            ThresholdForm form, String about, @Nullable String path, String low, String stale) {}

    /**
     * The fields of a word.
     *
     * @param about {@code all}, {@code supplier} or {@code sku}
     * @param supplier the supplier's id; empty = none
     * @param low days; empty = as the wider word says
     * @param stale days; empty = as the wider word says
     */
    public record ThresholdForm(String about, String supplier, String sku, String low, String stale) {}

    /** A step of a sum; {@code units} with its sign. */
    public record Step(String units, String words) {}

    /**
     * Why a figure is what it is.
     *
     * @param published what a store may show; null of an earlier moment
     * @param at the earlier moment that was asked for, as it was typed; empty = now
     * @param kept what is kept back, to be changed; empty where whoever looks may not
     * @param waits the page of whoever waits for it; null = nobody does
     */
    public record Why(
            Frame frame,
            String code,
            String title,
            @Nullable Long published,
            Instant moment,
            String at,
            @Nullable String waits,
            List<Step> steps,
            List<Offer> offers,
            List<Kept> kept) {}

    /** Units kept back in one layer, as they are typed; empty = nothing is stated. */
    public record Kept(String field, String label, String units) {}

    /** The figure of one offer; {@code exact} false = something of that moment was not kept. */
    public record Offer(
            String supplier,
            String place,
            String code,
            long available,
            boolean exact,
            @Nullable Instant figureOf,
            boolean discontinued,
            List<Step> steps,
            List<Promise> promises,
            List<Said> said) {}

    /** Units promised to an order; {@code path} null = the order is not found. */
    public record Promise(
            int units,
            String name,
            String words,
            Instant since,
            @Nullable String path) {}

    /** What the supplier said, and what became of it. */
    public record Said(Instant at, String words) {}

    /** A SKU somebody waits for; {@code expected} in words, empty = nothing is expected. */
    public record Waiting(
            String path,
            String code,
            String title,
            long units,
            int lines,
            Instant since,
            long available,
            boolean byHand,
            String expected) {}

    /**
     * The line for one SKU.
     *
     * @param plan the release as rehearsed; null = it was not asked for
     * @param mayServe whether whoever looks may release it
     */
    public record Line(
            Frame frame,
            String code,
            String stock,
            List<InLine> orders,
            @Nullable String next,
            @Nullable String first,
            @Nullable Plan plan,
            boolean mayServe) {}

    /** An order in line; {@code promised} in words, empty = no day is known. */
    public record InLine(
            String path, String name, String title, int units, long position, Instant since, String promised) {}

    /** A rehearsed release; {@code token} stands for exactly this plan. */
    public record Plan(String token, int units, boolean more, List<Planned> orders) {}

    /** What an order would get; {@code held} in words, empty = nothing stops it. */
    public record Planned(String path, String name, int served, int waiting, List<String> supplies, String held) {}
}
