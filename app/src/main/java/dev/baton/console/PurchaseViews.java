package dev.baton.console;

import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.OrderViews.Event;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Parcel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of purchase orders show. */
public final class PurchaseViews {

    private PurchaseViews() {}

    /** A purchase order in the list; {@code sendBy} null = nothing is to be sent. */
    public record Row(
            String id,
            String path,
            String number,
            String supplier,
            String orderName,
            String country,
            Mark state,
            int units,
            int shipped,
            Instant issued,
            @Nullable Instant sendBy,
            @Nullable Instant sent,
            @Nullable Instant respondBy,
            @Nullable Instant answered,
            Cell cost) {}

    /**
     * One purchase order.
     *
     * @param order the page of the order it serves
     * @param ways what whoever looks can do about it
     */
    public record Purchase(
            Frame frame,
            String id,
            String number,
            int version,
            List<Mark> marks,
            Party supplier,
            Party order,
            List<Fact> facts,
            List<Line> lines,
            List<Document> documents,
            List<Answer> answers,
            List<Question> questions,
            List<Parcel> parcels,
            List<Message> messages,
            List<RequestViews.Sent> sent,
            List<Event> timeline,
            List<Way> ways,
            boolean begun) {}

    /** Somebody or something with a page of its own. */
    public record Party(String name, String path) {}

    /** A fact in words; {@code at} instead of words where it is a moment. */
    public record Fact(String name, String words, @Nullable Instant at) {}

    /** A line and where its units are. */
    public record Line(
            int line,
            String title,
            String sku,
            String supplierSku,
            int quantity,
            String cost,
            boolean withdrawn,
            List<OrderViews.Units> units) {}

    /**
     * A document on its way.
     *
     * @param bytes where what was sent is read; null = nothing was written yet
     * @param next when it is tried next; null = it is not
     * @param again sends it again; null = that makes no sense, or is not for whoever looks
     */
    public record Document(
            String id,
            String what,
            Mark state,
            Instant planned,
            String reason,
            @Nullable String bytes,
            @Nullable Instant next,
            @Nullable Way again,
            List<Try> tries) {}

    /**
     * One attempt to hand a document over.
     *
     * @param reply where the supplier's reply is read; null = it said nothing
     */
    public record Try(
            int number,
            Instant at,
            String outcome,
            String words,
            @Nullable String reply) {}

    /** What the supplier answered. */
    public record Answer(String reference, Instant at, List<String> statements) {}

    /** A question to the supplier. */
    public record Question(String id, String what, Mark state, Instant asked, String words) {}

    /** What the supplier wrote; {@code text} null = it was erased with the customer. */
    public record Message(Instant at, @Nullable String text) {}
}
