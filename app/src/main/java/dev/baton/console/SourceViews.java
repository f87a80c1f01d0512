package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.ExceptionViews.Way;
import dev.baton.console.OrderViews.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages of suppliers' stock files and price lists show. */
public final class SourceViews {

    private SourceViews() {}

    /** A feed or a price list in the list. */
    public record Source(
            String path,
            String code,
            String supplier,
            Mark state,
            @Nullable Instant lastGood,
            String comes,
            String trouble) {}

    /**
     * The page of one, with its files, newest first.
     *
     * @param change where what is agreed is changed; null = whoever looks may not, or it is changed elsewhere
     */
    public record One(
            Frame frame,
            String code,
            String listPath,
            String listTitle,
            String supplier,
            Mark state,
            List<Fact> facts,
            String trouble,
            @Nullable String upload,
            @Nullable String change,
            List<FileRow> files,
            @Nullable String next,
            @Nullable String first) {}

    /** Something agreed. */
    public record Fact(String label, String value) {}

    /** A file in the list. */
    public record FileRow(String path, String name, Instant came, Mark state, String words) {}

    /**
     * The page of a file: what became of it, or what it would change.
     *
     * @param all the page of every change; null = this is it
     */
    public record File(
            Frame frame,
            String name,
            String sourcePath,
            String source,
            Mark state,
            Instant came,
            String reason,
            List<Figure> figures,
            List<Way> ways,
            Stretch<Change> changes,
            @Nullable String all,
            Stretch<Fault> faults,
            long faultCount,
            @Nullable String errors,
            @Nullable String upload) {}

    /** A page of rows; {@code first} and {@code next} are addresses, null = there is no such page. */
    public record Stretch<R>(
            List<R> rows, @Nullable String first, @Nullable String next) {}

    /** So many of them; {@code path} opens them, null = they are not kept; {@code here} = these are shown. */
    public record Figure(String label, long count, @Nullable String path, boolean here) {

        static Figure bare(String label, long count) {
            return new Figure(label, count, null, false);
        }
    }

    /** One item the file changes, in words. */
    public record Change(String sku, String place, String was, String becomes, String note) {}

    /** What is wrong with a row. */
    public record Fault(long row, String sku, boolean used, String message) {}

    /**
     * What is agreed on a feed, to be changed.
     *
     * @param files whether it comes in files, from somewhere and with columns
     * @param server whether its files come from a server with a key of its own
     * @param hasSecret whether there is a password or key to sign in with
     * @param hostKey the fingerprint that is trusted; null = the first one seen will be
     */
    public record Terms(
            Frame frame,
            String code,
            String path,
            boolean files,
            boolean server,
            boolean hasSecret,
            @Nullable String hostKey,
            Filled form,
            List<Option> absences,
            List<Option> policies)
            implements FeedPage {}

    /** A page with the form of a feed: what stands in its fields, and which of them is wrong. */
    public interface FeedPage {

        /** What stands in the form. */
        Filled form();

        /** What stands in a field; "" = nothing. */
        default String value(String field) {
            return form().values.getOrDefault(field, "");
        }

        /** Whether exactly this stands in the field. */
        default boolean has(String field, String value) {
            return value(field).equals(value);
        }

        /** Whether the field is what was refused. */
        default boolean isWrong(String field) {
            return field.equals(form().field);
        }
    }

    /**
     * What stands in the form of a feed.
     *
     * @param values what stands in the fields by their names
     * @param field the field that is wrong; "" = none, or not a single one
     * @param trouble why what was typed was refused
     * @param tried what the server answered, when it was asked
     */
    public record Filled(
            Map<String, String> values,
            String field,
            @Nullable String trouble,
            @Nullable Answered tried) {

        public Filled {
            values = Map.copyOf(values);
        }

        static Filled of(Map<String, String> values) {
            return new Filled(values, "", null, null);
        }
    }

    /** What a server answered, and whether that is well. */
    public record Answered(boolean well, String said) {}

    /**
     * Making a feed: the sample's columns, what they were taken for, and what is typed.
     *
     * @param reasons why each column was taken for what it is; empty where no sample was looked at just now
     * @param header the sample's columns; empty = none was looked at
     * @param rows its first rows, as reasons
     */
    public record Learned(
            Frame frame,
            List<String> reasons,
            List<String> header,
            List<List<String>> rows,
            List<Option> suppliers,
            Filled form)
            implements FeedPage {}
}
