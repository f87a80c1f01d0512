package dev.baton.console;

import dev.baton.console.OrderViews.Event;
import dev.baton.console.OrderViews.Mark;
import dev.baton.console.OrderViews.Option;
import dev.baton.console.PurchaseViews.Fact;
import dev.baton.console.TaskViews.Figure;
import dev.baton.suppliers.Contact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages of suppliers show. */
public final class SupplierViews {

    private SupplierViews() {}

    /** A supplier in the list; {@code reliability} null = it was never asked. */
    public record Row(
            String id,
            String path,
            String code,
            String name,
            String country,
            String way,
            Mark state,
            long open,
            String openPath,
            long overdue,
            String overduePath,
            @Nullable Reliability reliability) {}

    /**
     * First figures of how a supplier keeps its word, of its last purchase orders.
     *
     * @param judged purchase orders whose agreed time has passed or that were answered
     * @param inTime of those, answered in time
     * @param refused purchase orders of which units were refused
     * @param rejectedPercent lines of which units were rejected, of all lines; null = there are none
     * @param left purchase orders of which goods have left
     * @param medianHoursToShip from asking to the first parcel; null = nothing left yet
     * @param trend share answered in time, in stretches, the latest last
     */
    public record Reliability(
            int asked,
            int judged,
            int inTime,
            int refused,
            @Nullable Integer rejectedPercent,
            int left,
            @Nullable Double medianHoursToShip,
            List<Double> trend) {
        public Reliability {
            trend = List.copyOf(trend);
        }

        /** Of those judged, answered in time; null = none is judged. */
        public @Nullable Integer inTimePercent() {
            return judged == 0 ? null : (int) Math.round(100.0 * inTime / judged);
        }
    }

    /** A first figure of how it keeps its word; {@code words} say what it is of, {@code trend} shows which way it goes. */
    public record KeptWord(Figure figure, String words, List<Double> trend) {}

    /** One supplier. */
    public record Supplier(
            Frame frame,
            String id,
            String name,
            List<Mark> marks,
            List<Figure> work,
            int asked,
            List<KeptWord> kept,
            List<Fact> terms,
            List<Rate> rates,
            List<Away> closures,
            List<Option> policies,
            int fasterDays,
            Tolerance tolerance,
            TermsForm orders,
            TermsForm returns,
            Reached reached,
            Faults faults,
            Asked stockChecks,
            boolean paused,
            String pauseReason,
            Form form,
            List<Option> brands,
            Offered offered,
            List<RequestViews.Sent> sent,
            boolean may,
            List<Event> timeline) {}

    /**
     * Whom staff reach there.
     *
     * @param orders the mail address its orders go to; empty = they go another way
     * @param typed the people as a form takes them, a line each
     */
    public record Reached(String name, String path, String orders, List<Contact> people, String typed) {}

    /** An offer of it; {@code path} leads to where it is changed, else to the product. */
    public record Offer(String sku, String title, String supplierSku, String path) {}

    /**
     * What it offers.
     *
     * @param first some of them, in the order of its own codes
     * @param path of the list of them all
     * @param fresh where another is made; empty = whoever looks may not
     */
    public record Offered(long count, List<Offer> first, String path, String fresh) {}

    /**
     * When it is asked by mail how many it has.
     *
     * @param days of the week, those agreed chosen
     * @param at the time in its zone; empty when it is not asked
     * @param next when it is asked next; null when it is not
     * @param digest whether it is mailed each working morning what is open
     */
    public record Asked(
            List<Option> days, String at, @Nullable Instant next, boolean digest) {}

    /**
     * By how much it may answer dearer than it was asked.
     *
     * @param percent of the cost asked
     * @param amount at most that much a unit besides; empty = the share alone
     * @param currency what the amount is in
     * @param atDeadline what becomes of more than that when nobody decides
     */
    public record Tolerance(String percent, String amount, String currency, List<Option> atDeadline) {}

    /**
     * The form of what is agreed about orders, or about returns.
     *
     * @param payers who may pay for the way back; empty where nobody asks
     * @param field which field is wrong; null = none
     */
    public record TermsForm(
            Map<String, String> values,
            List<Option> payers,
            @Nullable String field,
            @Nullable String trouble) {

        /** The value of a field; empty = none. */
        public String value(String name) {
            return values.getOrDefault(name, "");
        }

        /** Whether what is wrong is in this field. */
        public boolean isWrong(String name) {
            return name.equals(field);
        }
    }

    /** Of how many purchase orders it shipped what it had agreed not to, and the last times it did. */
    public record Faults(long count, List<Fault> last) {}

    /** One of them; {@code words} says units, cost and what it did about them. */
    public record Fault(String number, String path, Instant at, String words) {}

    /** What it charges for one parcel. */
    public record Rate(String country, String upTo, String price) {}

    /** Days away. */
    public record Away(String id, String from, String until, String note) {}

    /** The list, and whether whoever looks may add one. */
    public record Suppliers(ListViews.Page list, boolean may) {

        /** What stands around the page. */
        public Frame frame() {
            return list.frame();
        }
    }

    /** The page of a new supplier. */
    public record New(Frame frame, Form form) {}

    /**
     * The form of a supplier.
     *
     * @param action where it goes
     * @param fresh whether the supplier is new
     * @param field which field is wrong; null = none
     */
    public record Form(
            String action,
            boolean fresh,
            Map<String, String> values,
            List<Option> days,
            List<Option> languages,
            List<Option> nettings,
            @Nullable String field,
            @Nullable String trouble) {

        /** Whether what is wrong is in one of these fields. */
        public boolean isIn(String... fields) {
            return field != null && List.of(fields).contains(field);
        }

        /** The value of a field; empty = none. */
        public String value(String name) {
            return values.getOrDefault(name, "");
        }
    }
}
