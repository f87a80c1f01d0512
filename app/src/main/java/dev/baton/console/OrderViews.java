package dev.baton.console;

import dev.baton.console.ExceptionViews.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of orders show. */
public final class OrderViews {

    private OrderViews() {}

    /**
     * One of the five marks of an order.
     *
     * @param axis what it is about: goods, parcels, money, holds or supplier
     * @param word how it stands
     * @param mood good, warn, bad or quiet: decides its shape and colour
     */
    public record Mark(String axis, String word, String mood) {}

    /** A value one can choose in a filter. */
    public record Option(String value, String label, boolean chosen) {}

    /** A filter that is set; {@code without} is the list's address without it. */
    public record Chip(String label, String without) {}

    /** One order in the list; {@code customer} is empty where the store gave no name, or the person was erased. */
    public record Row(
            String id,
            String path,
            String number,
            String storeName,
            String customer,
            String store,
            String country,
            Instant received,
            List<Mark> marks,
            Cell total) {}

    /** One order; {@code asked} says what its customer was asked about it, and what came of it. */
    public record Order(
            Frame frame,
            String id,
            String number,
            String storeName,
            String store,
            Instant received,
            @Nullable String cancelled,
            List<Mark> marks,
            List<Hold> holds,
            List<Way> ways,
            List<String> asked,
            Customer customer,
            List<Line> lines,
            Money money,
            List<Purchase> purchases,
            String instructions,
            List<Parcel> parcels,
            List<Mail> mails,
            List<Decision> decisions,
            List<Event> timeline) {}

    /** A stop of the order; {@code may} = whoever looks may release it. */
    public record Hold(String id, String title, String detail, String advice, String owner, boolean may) {}

    /** Who ordered; {@code gone} = the person was erased. */
    public record Customer(boolean gone, String name, String email, String phone, List<String> address, String gift) {}

    /**
     * A line and where its units are.
     *
     * @param set what the customer bought where this is a part of it; empty = bought as it is
     */
    public record Line(String sku, String title, String set, int quantity, List<Units> units, int cancelAsked) {}

    /** So many units are there. */
    public record Units(int count, String where, String mood) {}

    /** What the store says of the money. */
    public record Money(
            String payment,
            String subtotal,
            String discount,
            String shipping,
            String tax,
            String total,
            @Nullable String refunded) {}

    /** A purchase order, with what whoever looks can do about it; {@code tooSmall} null = its goods cost as much as is agreed. */
    public record Purchase(
            String path,
            String number,
            String supplier,
            Mark state,
            @Nullable Instant sendBy,
            @Nullable Instant sent,
            @Nullable Instant respondBy,
            boolean overdue,
            List<String> goods,
            @Nullable String tooSmall,
            List<ExceptionViews.Way> ways) {}

    /** A parcel. */
    public record Parcel(
            String path,
            String carrier,
            String tracking,
            @Nullable String url,
            Mark state,
            Instant shipped,
            @Nullable LocalDate estimate,
            @Nullable String remark,
            List<Scan> scans) {}

    /** What the carrier saw. */
    public record Scan(Instant at, String what, String place) {}

    /** A mail to the customer. */
    public record Mail(
            String what,
            Mark state,
            Instant planned,
            @Nullable Instant sent,
            String reason) {}

    /** Why goods go where they go, a sentence a line. */
    public record Decision(List<String> words) {}

    /** Something that happened. */
    public record Event(Instant at, String who, String what, String states, String why) {}
}
