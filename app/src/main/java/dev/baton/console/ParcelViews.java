package dev.baton.console;

import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Scan;
import dev.baton.console.PurchaseViews.Party;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pages of parcels show. */
public final class ParcelViews {

    private ParcelViews() {}

    /** A parcel in the list; {@code name} is its number, or the supplier's reference where it has none; {@code expected} a day. */
    public record Row(
            String id,
            String path,
            String name,
            String carrier,
            Mark state,
            String order,
            String supplier,
            Instant left,
            String expected,
            @Nullable Instant seen,
            @Nullable Instant delivered,
            @Nullable String remark) {}

    /**
     * One parcel.
     *
     * @param url the carrier's page; null = none is known
     * @param place which of its purchase order's parcels, in words
     * @param weight null = it was not weighed
     * @param sscc null = it has none
     * @param overdue the day the carrier named is over without it
     */
    public record Parcel(
            Frame frame,
            String name,
            String place,
            String carrier,
            @Nullable String url,
            Mark state,
            boolean overdue,
            Party order,
            Party purchase,
            Party supplier,
            String reference,
            Instant left,
            @Nullable LocalDate estimate,
            @Nullable Instant delivered,
            @Nullable String remark,
            Tracked number,
            @Nullable String weight,
            @Nullable Coded sscc,
            List<Goods> goods,
            List<Scan> scans,
            @Nullable Lost lost,
            boolean mayLose,
            boolean mayFind,
            String here) {}

    /** Its serial shipping container code as people read it, as bars ({@code data:} address), and its label to print. */
    public record Coded(String shown, String bars, String label) {}

    /** It is taken to be lost, since when, and why. */
    public record Lost(Instant at, String why) {}

    /**
     * The number it travels under, and its correction.
     *
     * @param correct where the form is sent; empty = it cannot be corrected, or not by this person
     * @param before what it was told to travel under before, newest first
     */
    public record Tracked(String correct, String carrier, String tracking, List<Before> before) {}

    /** A number it had. */
    public record Before(String said, String reason, Instant until) {}

    /** Units in it; {@code excess} of them nobody had asked for. */
    public record Goods(int quantity, String title, String sku, int excess) {}
}
