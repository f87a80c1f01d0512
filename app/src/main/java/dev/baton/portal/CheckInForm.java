package dev.baton.portal;

import dev.baton.catalog.OfferId;
import dev.baton.catalog.RecordLeadTimes;
import dev.baton.catalog.SupplierOffer;
import dev.baton.inventory.FeedRow;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what a supplier typed of each item: a number, unchanged, discontinued, or nothing, and how long it takes. */
final class CheckInForm {

    private CheckInForm() {}

    /**
     * What the form says.
     *
     * @param rows figures, in the order of the items
     * @param dropped offers it does not sell any more; their figure is 0
     * @param leadTimes working days it takes to hand an item over, where another number is typed than was shown
     * @param wrong items whose number cannot be read
     */
    record Said(List<FeedRow> rows, List<OfferId> dropped, Map<OfferId, Integer> leadTimes, Set<String> wrong) {}

    /** @param allUnchanged whether items nothing is said of are as they were */
    static Said read(Form form, List<SupplierOffer> offers, boolean allUnchanged) {
        List<FeedRow> rows = new ArrayList<>();
        List<OfferId> dropped = new ArrayList<>();
        Map<OfferId, Integer> leadTimes = new LinkedHashMap<>();
        Set<String> wrong = new TreeSet<>();
        for (SupplierOffer offer : offers) {
            String id = offer.offer().value().toString();
            try {
                String lead = form.text("l." + id);
                if (!lead.isEmpty() && !lead.equals(String.valueOf(offer.leadTimeDays()))) {
                    leadTimes.put(offer.offer(), days(form, "l." + id));
                }
                if (form.isTicked("d." + id)) {
                    dropped.add(offer.offer());
                    rows.add(new FeedRow(offer.supplierSku(), offer.shipFrom(), 0));
                    continue;
                }
                @Nullable Integer quantity = quantity(form, id, allUnchanged);
                if (quantity != null) {
                    rows.add(new FeedRow(offer.supplierSku(), offer.shipFrom(), quantity));
                }
            } catch (Problem unreadable) {
                wrong.add(id);
            }
        }
        return new Said(rows, dropped, leadTimes, wrong);
    }

    private static int days(Form form, String field) {
        int days = form.units(field);
        if (days > RecordLeadTimes.MOST_DAYS) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.units", field);
        }
        return days;
    }

    /** A number counts before a tick: whoever types one has looked. */
    private static @Nullable Integer quantity(Form form, String id, boolean allUnchanged) {
        if (!form.text("q." + id).isEmpty()) {
            return form.units("q." + id);
        }
        boolean unchanged = allUnchanged || form.isTicked("u." + id);
        return unchanged && !form.text("w." + id).isEmpty() ? (Integer) form.units("w." + id) : null;
    }
}
