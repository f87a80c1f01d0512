package dev.baton.portal;

import dev.baton.platform.pages.Shell;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One purchase order as its supplier sees it.
 *
 * @param base path of the link; forms post below it
 * @param once names this showing of the page: a form sent twice from it has one effect
 * @param number of the purchase order
 * @param state the status in words; {@code mood} good, warn, bad or empty says how it looks
 * @param respondBy when an answer is expected; null = none is
 * @param cancelled true: nothing of it is to be shipped
 * @param changes deliveries the store wants otherwise than was asked, to be agreed to or not
 * @param recalls what left although it was cancelled, to be stopped or taken back
 * @param shipTo null when the customer's data was erased
 * @param may what may be done now
 * @param parcels how many parcels the shipping form offers
 * @param weightUnit what the supplier weighs in until it says otherwise, one of {@link #weightUnits}
 * @param typed what was typed into the form that was refused; empty otherwise
 * @param ordersPath where all open orders are found
 */
public record OrderPage(
        Shell shell,
        Words words,
        String base,
        String once,
        String merchant,
        String supplier,
        String number,
        String state,
        String mood,
        @Nullable String respondBy,
        boolean cancelled,
        @Nullable Notice notice,
        List<Question> questions,
        List<Change> changes,
        List<Recalled> recalls,
        @Nullable ShipToCard shipTo,
        List<Line> lines,
        List<Sent> shipments,
        List<Away> closures,
        May may,
        int parcels,
        List<String> carriers,
        String carrier,
        String weightUnit,
        String today,
        Map<String, String> typed,
        String ordersPath) {

    /**
     * What happened, on top of the page.
     *
     * @param form the form that was refused; empty after a success, and where the page has that form no more
     * @param field of that form, which is at fault; empty = no single one is
     * @param texts what happened or what is wrong first
     */
    public record Notice(boolean good, String form, String field, List<String> texts) {}

    /** A cancellation that must be answered. */
    public record Question(String id, String reason, String respondBy, List<String> asked) {}

    /** What is to be shipped differently, if the supplier still can. */
    public record Change(String id, String respondBy, List<Wish> wishes) {}

    /** One thing that is to be different; the text says all of it as it is wanted now. */
    public record Wish(String label, String text) {}

    /** What left although it was cancelled. */
    public record Recalled(String id, String respondBy, List<String> units) {}

    /** Whether the page asks something that is to be answered before anything else. */
    public boolean asks() {
        return !questions.isEmpty() || !changes.isEmpty() || !recalls.isEmpty();
    }

    /**
     * Where the goods go.
     *
     * @param address one line of the label per line
     */
    public record ShipToCard(
            String address,
            String direction,
            @Nullable String phone,
            @Nullable String method,
            @Nullable String gift,
            List<String> instructions) {}

    /**
     * A line.
     *
     * @param quantity units to ship: asked for, less what was cancelled
     * @param open units nothing is said about or that were put off
     * @param owed units still to come
     * @param cost what a piece costs, with its currency
     * @param story what became of units, in words
     * @param entered what the customer entered, {@code name: value}
     */
    public record Line(
            int line,
            String sku,
            String title,
            int quantity,
            int open,
            int owed,
            String cost,
            List<String> story,
            List<String> entered) {}

    /**
     * A parcel that left.
     *
     * @param ordinal which of the purchase order's parcels, from 1
     * @param carrierSaid the carrier as it was told; empty = it was not
     * @param remark null = nothing is wrong with its number
     * @param delivered its carrier has delivered it
     * @param mayCorrect whether the page offers to correct its number
     * @param weight in grams or kilograms with its unit; null = not weighed
     * @param sscc its serial shipping container code as people read it, which its label bears; null = it has none
     * @param before carriers and numbers it was told to travel under before, latest first
     */
    public record Sent(
            String id,
            int ordinal,
            String at,
            String carrier,
            String carrierSaid,
            String number,
            @Nullable String url,
            @Nullable String remark,
            boolean delivered,
            boolean mayCorrect,
            @Nullable String weight,
            @Nullable String sscc,
            List<String> before,
            List<String> content) {

        /** What the form for its number is called. */
        public String form() {
            return NumberForm.name(id);
        }
    }

    /** Declared days away. */
    public record Away(String id, String days, @Nullable String note) {}

    /** What the link allows and the state of things leaves to do. */
    public record May(boolean answer, boolean ship, boolean giveUp, boolean undo, boolean write, boolean close) {}

    /** What was typed into a field of the form that was refused, else the given text. */
    public String value(String field, Object otherwise) {
        return typed.getOrDefault(field, String.valueOf(otherwise));
    }

    /** Whether that form was refused and must stay open. */
    public boolean isRefused(String form) {
        return notice != null && notice.form().equals(form);
    }

    /** What is wrong with that field of that form; null = nothing. */
    public @Nullable String wrong(String form, String field) {
        return notice != null && notice.form().equals(form) && notice.field().equals(field)
                ? notice.texts().getFirst()
                : null;
    }

    /** Whether the shipping form was sent back for room for one parcel more, with all that was typed. */
    public boolean asksForMore() {
        return notice == null && typed.containsKey("more");
    }

    /** Numbers of the parcels the shipping form offers, from 1. */
    public List<Integer> parcelNumbers() {
        return java.util.stream.IntStream.rangeClosed(1, parcels).boxed().toList();
    }

    /** What a parcel may be weighed in, as the form sends it. */
    public List<String> weightUnits() {
        return List.of("kg", "g", "lb", "oz");
    }

    /** Reasons a unit cannot be shipped for, as the form sends them. */
    public List<String> reasons() {
        return List.of("out_of_stock", "discontinued", "cannot_ship_there", "address", "price", "other");
    }
}
