package dev.baton.world.supplier;

import dev.baton.world.ledger.Fact;
import dev.baton.world.links.LinkPages;
import dev.baton.world.links.Page;
import dev.baton.world.story.SupplierSheet;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A supplier who reads mail on a phone: it opens the link of an order and fills the forms there. */
final class LinkAnswers implements Answers {

    private static final int GOOD = 200;
    private static final int NO_FORM = 404;
    private static final int NOT_DONE = 409;

    private final SupplierSheet sheet;
    private final SupplierWorld world;
    private final LinkPages pages;
    private final Map<String, URI> links = new ConcurrentHashMap<>();
    private final AtomicBoolean slipped = new AtomicBoolean();

    LinkAnswers(SupplierSheet sheet, SupplierWorld world, LinkPages pages) {
        this.sheet = sheet;
        this.world = world;
        this.pages = pages;
    }

    /** The link of a purchase order, as the latest mail about it has it. */
    void remember(String number, URI link) {
        links.put(number, link);
    }

    @Override
    public int acknowledge(
            Taken taken,
            String reference,
            Map<Integer, Integer> accepted,
            Map<Integer, Integer> rejected,
            String reason) {
        if (rejected.isEmpty()) {
            int accept = press(taken, "accept", Map.of());
            // A thumb slips once: the answer is taken back and given again.
            return isGood(accept) && slipped.compareAndSet(false, true) && isGood(undo(taken))
                    ? press(taken, "accept", Map.of())
                    : accept;
        }
        Map<String, String> values = new LinkedHashMap<>();
        accepted.forEach((line, units) -> values.put("line." + line + ".accept", units.toString()));
        rejected.forEach((line, units) -> {
            values.put("line." + line + ".reject", units.toString());
            values.put("line." + line + ".reason", reason.toLowerCase(Locale.ROOT));
        });
        return press(taken, "answer", values);
    }

    @Override
    public int ship(Taken taken, String reference, Instant shippedAt, List<Fact.Parcel> parcels) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < parcels.size(); i++) {
            String parcel = "parcel." + (i + 1) + ".";
            values.put(parcel + "carrier", parcels.get(i).carrier());
            values.put(parcel + "tracking", parcels.get(i).trackingNumber());
            parcels.get(i).units().forEach((line, units) -> values.put(parcel + "line." + line, units.toString()));
        }
        return press(taken, "ship", "?parcels=" + parcels.size(), values);
    }

    @Override
    public boolean canCorrect() {
        return true;
    }

    @Override
    public int correct(Taken taken, String reference, Fact.Parcel right) {
        Page page = open(taken, "");
        String told = Mistyped.of(right.trackingNumber());
        @Nullable
        Element form = page == null
                ? null
                : page.html().select("[data-parcel] form[data-form=number]").stream()
                        .filter(one ->
                                one.select("input[name=tracking]").attr("value").equals(told))
                        .findFirst()
                        .orElse(null);
        return send(
                taken, "number", page, form, Map.of("carrier", right.carrier(), "tracking", right.trackingNumber()));
    }

    @Override
    public int answerCancellation(Taken taken, String cancellationId, boolean agrees) {
        return question(taken, "cancellation", cancellationId, agrees);
    }

    @Override
    public int answerAmendment(Taken taken, String amendmentId, boolean agrees) {
        return question(taken, "amendment", amendmentId, agrees);
    }

    @Override
    public int giveUpRest(Taken taken, Map<Integer, Integer> units) {
        Map<String, String> values = new LinkedHashMap<>();
        units.keySet().forEach(line -> values.put("line." + line, "on"));
        values.put("reason", "out_of_stock");
        return press(taken, "rest", values);
    }

    private static boolean isGood(int status) {
        return status == GOOD;
    }

    private int undo(Taken taken) {
        return press(taken, "undo", Map.of());
    }

    /** Tells the merchant of days off. */
    int closed(Taken taken, String from, String until) {
        return press(taken, "closed", Map.of("from", from, "until", until, "note", "Stocktaking"));
    }

    /** Writes to the merchant. */
    int message(Taken taken, String text) {
        return press(taken, "message", Map.of("text", text));
    }

    /** Answers a question that has the id. */
    private int question(Taken taken, String kind, String id, boolean yes) {
        Page page = open(taken, "");
        @Nullable
        Element form = page == null
                ? null
                : page.html().select("form[data-question=" + kind + "]").stream()
                        .filter(one ->
                                one.select("input[name=id]").attr("value").equals(id))
                        .findFirst()
                        .orElse(null);
        return send(taken, kind, page, form, Map.of("answer", yes ? "yes" : "no"));
    }

    private int press(Taken taken, String action, Map<String, String> values) {
        return press(taken, action, "", values);
    }

    private int press(Taken taken, String action, String query, Map<String, String> values) {
        Page page = open(taken, query);
        return send(taken, action, page, page == null ? null : page.form(action), values);
    }

    /** The page of the order, or null where no mail ever named one. */
    @Nullable
    Page open(Taken taken, String query) {
        URI link = links.get(taken.number());
        return link == null ? null : pages.open(URI.create(bare(link) + query));
    }

    private static String bare(URI link) {
        String text = link.toString();
        int end = text.indexOf('#');
        return end < 0 ? text : text.substring(0, end);
    }

    private int send(
            Taken taken, String action, @Nullable Page page, @Nullable Element form, Map<String, String> values) {
        int status = NO_FORM;
        if (page != null && form != null) {
            Page done = pages.send(page, form, values);
            boolean good = done.status() == GOOD
                    && String.valueOf(done.at().getRawQuery()).contains("done=");
            status = good ? GOOD : done.status() == GOOD ? NOT_DONE : done.status();
        }
        world.ledger().write(new Fact.LinkPressed(taken.script.id(), sheet.code(), taken.number(), action, status));
        return status;
    }
}
