package dev.baton.console;

import dev.baton.catalog.OfferEnd;
import dev.baton.console.ExceptionViews.Preview;
import dev.baton.console.OrderViews.Event;
import dev.baton.console.OrderViews.Option;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the page of one offer shows. */
public final class OfferViews {

    private OfferViews() {}

    /** A line of the form: from so many units on, each costs so much. */
    public record Line(int number, String from, String cost) {}

    /** The offer that stands in the way, and where it is changed. */
    public record Instead(String words, String path) {}

    /**
     * An offer that is made or changed.
     *
     * @param id of the offer; empty = it is to be made
     * @param seen what stands now, so that nobody changes what he did not see
     * @param back the page whoever sends the form comes back to; empty = the product's
     * @param product where the product's page is; empty = it is not known which
     * @param supplier its name, where it is settled
     * @param currency the supplier's; empty = it is not known which
     * @param values of the fields, by name
     * @param wrong what is wrong with fields, by name
     * @param lines of price breaks, all there may be
     * @param shown how many of them are looked at without asking for more
     * @param end its end; null = none is said
     * @param trouble what is wrong with the whole; null = nothing
     */
    public record Page(
            Frame frame,
            String id,
            String seen,
            String back,
            String sku,
            String title,
            String product,
            String supplier,
            String supplierPath,
            String currency,
            List<Option> suppliers,
            Map<String, String> values,
            Map<String, String> wrong,
            @Nullable String trouble,
            @Nullable Instead instead,
            List<Line> lines,
            int shown,
            List<ProductViews.Cost> history,
            List<Event> events,
            @Nullable OfferEnd end,
            @Nullable Preview preview) {

        /** Whether it is to be made. */
        public boolean fresh() {
            return id.isEmpty();
        }

        /** What stands in a field. */
        public String value(String field) {
            return values.getOrDefault(field, "");
        }

        /** What is wrong with a field; empty = nothing. */
        public String wrong(String field) {
            return wrong.getOrDefault(field, "");
        }
    }
}
