package dev.baton.shopper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer sees it, in words; public for its template only.
 *
 * @param heading how it stands, in one sentence
 * @param question what the customer is or was asked; null = nothing
 * @param goesTo where it goes; empty = not known, or not any more
 * @param groups what is in no parcel
 * @param all where all of it is shown
 */
public record TrackingView(
        Frame frame,
        String heading,
        String ordered,
        @Nullable Question question,
        List<Place> goesTo,
        List<ParcelCard> parcels,
        List<Group> groups,
        Help help,
        String all) {

    /**
     * What the customer is asked, or what became of it.
     *
     * @param by until when an answer is awaited; null = it is settled
     * @param forms the answers to choose from; empty = there is nothing to answer here
     */
    public record Question(
            String title, String text, @Nullable String by, List<AnswerForm> forms) {}

    /**
     * One answer.
     *
     * @param say the word it is sent by
     * @param means what happens then
     * @param main whether the customer chose it in the mail
     */
    public record AnswerForm(String action, String say, String button, String means, boolean main) {}

    /**
     * Where goods go as far as agreed.
     *
     * @param to name and town; empty when neither is known
     * @param change how a wish for another address stands; null = there is none
     * @param wanted name and town of the wish; null where they are the same
     */
    public record Place(
            String to, @Nullable String change, @Nullable String wanted) {}

    /**
     * One parcel.
     *
     * @param state what is known of it, in words
     * @param mark {@code way}, {@code done}, {@code wait} or {@code bad}: its shape and colour
     * @param steps how many of the four steps of a parcel are behind it
     * @param estimate null = nobody knows
     * @param number empty = none
     * @param url the carrier's page; null = none
     * @param earlier says how many events are not shown; null = all are
     * @param open whether its story is unfolded
     */
    public record ParcelCard(
            String title,
            String state,
            String mark,
            int steps,
            @Nullable String estimate,
            @Nullable String carrier,
            String number,
            @Nullable String url,
            String follow,
            Goods goods,
            List<Event> events,
            @Nullable String earlier,
            boolean open) {}

    /**
     * Items, as many as there is room for.
     *
     * @param more says how many are not shown; null = all are
     */
    public record Goods(List<Bought> bought, @Nullable String more) {}

    /**
     * Items by what they were bought as.
     *
     * @param set in words, what they are parts of; null = bought as they are
     */
    public record Bought(@Nullable String set, List<Units> units) {}

    /** So many of an item. */
    public record Units(String title, String quantity) {}

    /** One thing that happened. */
    public record Event(String what, @Nullable String detail, String when, boolean latest) {}

    /** Items under a heading with a sentence that says why they stand there. */
    public record Group(String id, String title, String why, Goods goods) {}

    /** Where help is. */
    public record Help(
            String how,
            @Nullable String mail,
            @Nullable String mailLink,
            @Nullable String site) {}
}
