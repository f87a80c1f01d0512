package dev.baton.world.page;

import static dev.baton.world.page.Html.escape;
import static dev.baton.world.page.Html.link;

import dev.baton.world.demo.Stage;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.OrderScript;
import dev.baton.world.story.SupplierSheet;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Shows what stores, suppliers and carrier got. */
public final class WorldPage {

    /** Rows of a list shown, the newest first. */
    private static final int ROWS = 300;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private final Stage stage;
    private final MailPages mail;
    private final TryPage tries;

    /** The page of one run. */
    public WorldPage(Stage stage) {
        this.stage = stage;
        this.mail = new MailPages(stage.quarter().domain(), stage.quarter()::boxes);
        this.tries = new TryPage(stage);
    }

    /** Answers {@code /}, {@code /orders}, {@code /carrier}, {@code /suppliers/{code}}, {@code /mail} and {@code /try}. */
    public Reply handle(Request request) {
        String path = request.path();
        if (path.equals("/")) {
            return Reply.html(overview());
        }
        if (path.equals("/orders")) {
            return Reply.html(orders());
        }
        if (path.equals("/carrier")) {
            return Reply.html(carrier());
        }
        if (path.startsWith(TryPage.PREFIX)) {
            return tries.handle(request, navigation());
        }
        if (path.startsWith(MailPages.PREFIX)) {
            return mail.handle(request, navigation());
        }
        SupplierSheet sheet = path.startsWith("/suppliers/")
                ? stage.playbook().market().suppliers().get(path.substring("/suppliers/".length()))
                : null;
        return sheet == null ? Reply.text(404, "The world has no such page.") : Reply.html(supplier(sheet));
    }

    private List<String> navigation() {
        List<String> links = new ArrayList<>(List.of(
                link("/", "Overview"),
                link("/orders", "Stores and orders"),
                link("/mail", "Mail"),
                link("/try", "Try this"),
                link("/carrier", "Carrier")));
        stage.playbook()
                .market()
                .suppliers()
                .values()
                .forEach(sheet -> links.add(link("/suppliers/" + sheet.code(), sheet.name())));
        return links;
    }

    private String overview() {
        Html html = new Html();
        html.paragraph("Business time " + TIME.format(stage.clock().instant()) + " UTC, running at "
                + NumberFormat.getInstance(Locale.ROOT).format(stage.clock().rate())
                + " times the wall clock. This page reloads every ten seconds.");
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("orders placed", Integer.toString(stage.placed()));
        stage.figures().counted().forEach((name, count) -> counts.put(words(name), count.toString()));
        html.heading("So far").tiles(counts);
        Map<String, int[]> bySupplier = new LinkedHashMap<>();
        stage.playbook().market().suppliers().keySet().forEach(code -> bySupplier.put(code, new int[4]));
        for (Ledger.Entry entry : stage.ledger().entries()) {
            switch (entry.fact()) {
                case Fact.PurchaseOrderTaken taken -> add(bySupplier, taken.supplier(), 0);
                case Fact.Acknowledged answer ->
                    add(bySupplier, answer.supplier(), answer.rejected().isEmpty() ? 1 : 2);
                case Fact.Shipped shipped -> add(bySupplier, shipped.supplier(), 3);
                default -> {
                    // Not counted by supplier.
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        bySupplier.forEach((code, n) -> rows.add(List.of(
                link(
                        "/suppliers/" + code,
                        stage.playbook().market().supplier(code).name()),
                Integer.toString(n[0]),
                Integer.toString(n[1]),
                Integer.toString(n[2]),
                Integer.toString(n[3]))));
        html.heading("Suppliers")
                .table(List.of("supplier", "#documents", "#accepted", "#rejected", "#shipments"), rows);
        return html.page("The world around Baton", navigation());
    }

    private static void add(Map<String, int[]> counts, String supplier, int column) {
        int[] row = counts.get(supplier);
        if (row != null) {
            row[column]++;
        }
    }

    private String orders() {
        Map<String, Integer> fulfilled = new HashMap<>();
        Map<String, String> held = new HashMap<>();
        List<Ledger.Entry> placed = new ArrayList<>();
        for (Ledger.Entry entry : stage.ledger().entries()) {
            switch (entry.fact()) {
                case Fact.OrderPlaced _ -> placed.add(entry);
                case Fact.Fulfilled one ->
                    fulfilled.merge(
                            one.order(),
                            one.units().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum(),
                            Integer::sum);
                case Fact.HoldSeen hold -> held.put(hold.order(), hold.kind());
                default -> {
                    // Shown elsewhere.
                }
            }
        }
        List<List<String>> rows = new ArrayList<>();
        for (Ledger.Entry entry : placed.reversed().subList(0, Math.min(ROWS, placed.size()))) {
            OrderScript script = stage.playbook().find(entry.fact().order());
            if (script != null) {
                int units = script.lines().stream()
                        .mapToInt(OrderScript.Line::quantity)
                        .sum();
                rows.add(List.of(
                        time(entry.at()),
                        escape(script.store()),
                        escape(script.name()),
                        escape(words(script.plot().name())),
                        escape(goods(script)),
                        escape(script.shipTo().city() + ", " + script.shipTo().countryCode()),
                        escape(held.getOrDefault(script.id(), "")),
                        fulfilled.getOrDefault(script.id(), 0) + " of " + units));
            }
        }
        return new Html()
                .heading("Orders in the stores, newest first")
                .table(List.of("placed", "store", "order", "its story", "goods", "to", "held for", "#fulfilled"), rows)
                .page("Stores and orders", navigation());
    }

    private String supplier(SupplierSheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        for (Ledger.Entry entry : stage.ledger().entries().reversed()) {
            List<String> row = row(sheet, entry);
            if (!row.isEmpty() && rows.size() < ROWS) {
                rows.add(row);
            }
        }
        return new Html()
                .paragraph(sheet.country() + ", " + sheet.currency() + ", " + sheet.netting() + " feed, "
                        + (sheet.roundTheClock()
                                ? "works round the clock"
                                : "Monday to Friday 9 to 17, " + sheet.zone())
                        + ", answers within " + sheet.ackHours() + " h")
                .heading("What it got and did, newest first")
                .table(List.of("when", "order", "what", "details"), rows)
                .page(sheet.name(), navigation());
    }

    private List<String> row(SupplierSheet sheet, Ledger.Entry entry) {
        return switch (entry.fact()) {
            case Fact.PurchaseOrderTaken taken
            when taken.supplier().equals(sheet.code()) ->
                row(
                        entry,
                        taken.repeat() ? "the same purchase order again" : "purchase order",
                        details(taken.document()));
            case Fact.Acknowledged answer
            when answer.supplier().equals(sheet.code()) ->
                row(
                        entry,
                        answer.rejected().isEmpty() ? "accepted" : "rejected",
                        answer.number() + " (" + answer.status() + ")");
            case Fact.Shipped shipped
            when shipped.supplier().equals(sheet.code()) ->
                row(
                        entry,
                        "shipped",
                        shipped.number() + ": "
                                + String.join(
                                        ", ",
                                        shipped.parcels().stream()
                                                .map(parcel -> parcel.carrier() + " " + parcel.trackingNumber())
                                                .toList()));
            case Fact.CancellationReceived asked
            when asked.supplier().equals(sheet.code()) -> row(entry, "asked to cancel", asked.number());
            case Fact.CancellationAnswered answer
            when answer.supplier().equals(sheet.code()) ->
                row(entry, answer.agreed() ? "cancelled" : "too late to cancel", answer.number());
            case Fact.ReminderReceived reminder
            when reminder.supplier().equals(sheet.code()) -> row(entry, "reminded", reminder.number());
            case Fact.BadAnswer bad when bad.supplier().equals(sheet.code()) -> row(entry, bad.how(), bad.number());
            case Fact.DocumentRefused refused
            when refused.supplier().equals(sheet.code()) ->
                row(entry, "refused", refused.number() + ": " + refused.why());
            default -> List.of();
        };
    }

    private List<String> row(Ledger.Entry entry, String what, String details) {
        OrderScript script = stage.playbook().find(entry.fact().order());
        return List.of(time(entry.at()), script == null ? "" : escape(script.name()), escape(what), escape(details));
    }

    private static String details(PurchaseOrder order) {
        List<String> lines = order.lines().stream()
                .map(line -> line.quantity() + " × " + line.sku())
                .toList();
        String gift = order.giftMessage() == null ? "" : " — card: " + order.giftMessage();
        return order.number() + ": " + String.join(", ", lines) + " to "
                + order.shipTo().name() + ", " + order.shipTo().city() + gift;
    }

    private String carrier() {
        record Parcel(Instant at, Fact.Scanned scan) {}
        Map<String, Parcel> last = new HashMap<>();
        for (Ledger.Entry entry : stage.ledger().entries()) {
            if (entry.fact() instanceof Fact.Scanned scan) {
                last.merge(
                        scan.trackingNumber(),
                        new Parcel(entry.at(), scan),
                        (a, b) -> a.scan().occurredAt().isAfter(b.scan().occurredAt()) ? a : b);
            }
        }
        List<List<String>> rows = last.values().stream()
                .sorted(Comparator.comparing((Parcel parcel) -> parcel.scan().occurredAt())
                        .reversed())
                .limit(ROWS)
                .map(parcel -> {
                    OrderScript script = stage.playbook().find(parcel.scan().order());
                    return List.of(
                            time(parcel.scan().occurredAt()),
                            escape(parcel.scan().trackingNumber()),
                            script == null ? "" : escape(script.name()),
                            escape(words(parcel.scan().code())));
                })
                .toList();
        return new Html()
                .heading("Parcels, the latest scan first")
                .table(List.of("scanned", "tracking number", "order", "where it is"), rows)
                .page("Carrier", navigation());
    }

    private static String goods(OrderScript script) {
        return String.join(
                ", ",
                script.lines().stream()
                        .map(line -> line.quantity() + " × " + line.sku())
                        .toList());
    }

    private static String words(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
