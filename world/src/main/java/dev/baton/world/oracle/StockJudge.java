package dev.baton.world.oracle;

import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.ledger.PurchaseOrder;
import dev.baton.world.story.Goods;
import dev.baton.world.story.Market;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Compares what suppliers truly had with what was asked of them and left them, and the stock files Baton has with those
 * that were laid: no unit is there twice, no half file is read, and a wrong one is not believed. How soon one store shows
 * what another sold is not judged here: five seconds of a business day that passes six hundred times as fast are less than
 * one call takes. Baton's own tests walk that way from one due time to the next.
 */
final class StockJudge {

    private static final Set<String> WRONG = Set.of("HALVED", "ZEROED");

    /** Names of files that are fetched from a file server are those of the files; a web server has one address for all. */
    private static final String NUMBERED = "stock-\\d+\\.csv";

    private final Market market;
    private final List<Ledger.Entry> entries;
    private final BatonPicture picture;
    private final Set<Difference> differences = new LinkedHashSet<>();
    private final Map<String, PurchaseOrder> documents = new HashMap<>();
    private final Map<String, Integer> stocked = new HashMap<>();
    private final Map<String, Integer> promised = new HashMap<>();
    private final Map<String, Integer> left = new HashMap<>();
    private final Map<String, Fact.CancellationReceived> asked = new HashMap<>();

    StockJudge(Market market, List<Ledger.Entry> entries, BatonPicture picture) {
        this.market = market;
        this.entries = entries;
        this.picture = picture;
    }

    List<Difference> judge() {
        entries.forEach(entry -> read(entry.fact()));
        promised.forEach((shelf, units) -> {
            if (units > stocked.getOrDefault(shelf, 0)) {
                add("sold twice", shelf + " was promised " + units + " times, there were " + stocked.get(shelf));
            }
        });
        lies();
        files();
        shown();
        return List.copyOf(differences);
    }

    private void read(Fact fact) {
        switch (fact) {
            case Fact.Stocked one -> stocked.merge(shelf(one.supplier(), one.sku()), one.units(), Integer::sum);
            case Fact.PurchaseOrderTaken one ->
                documents.put(one.supplier() + one.document().number(), one.document());
            case Fact.Acknowledged one -> promise(one.supplier(), one.number(), one.accepted(), 1);
            case Fact.RestGivenUp one -> promise(one.supplier(), one.number(), one.units(), -1);
            case Fact.CancellationReceived one -> asked.put(one.cancellationId(), one);
            case Fact.CancellationAnswered one -> {
                Fact.CancellationReceived question = asked.remove(one.cancellationId());
                if (one.agreed() && question != null) {
                    promise(one.supplier(), one.number(), question.units(), -1);
                }
            }
            case Fact.Shipped one -> shipped(one);
            case Fact.StockFileDecided one ->
                Oracle.refused(
                        differences,
                        "",
                        one.by() + "'s answer on " + one.file() + " of " + one.supplier(),
                        one.status());
            case Fact.StockChecked one ->
                Oracle.refused(differences, "", "page with the stock of " + one.supplier(), one.status());
            default -> {
                // It moves no goods.
            }
        }
    }

    private void promise(String supplier, String number, Map<Integer, Integer> units, int sign) {
        units.forEach((line, count) -> {
            String sku = sku(supplier, number, line);
            if (sku != null) {
                promised.merge(shelf(supplier, sku), sign * count, Integer::sum);
            }
        });
    }

    private void shipped(Fact.Shipped shipped) {
        for (Fact.Parcel parcel : shipped.parcels()) {
            parcel.units().forEach((line, count) -> {
                String sku = sku(shipped.supplier(), shipped.number(), line);
                if (sku == null) {
                    return;
                }
                String shelf = shelf(shipped.supplier(), sku);
                int gone = left.merge(shelf, count, Integer::sum);
                if (gone > stocked.getOrDefault(shelf, 0)) {
                    add("sold twice", gone + " of " + shelf + " left, there were " + stocked.get(shelf));
                }
            });
        }
    }

    private @Nullable String sku(String supplier, String number, int line) {
        PurchaseOrder document = documents.get(supplier + number);
        return document == null
                ? null
                : document.lines().stream()
                        .filter(one -> one.line() == line)
                        .map(PurchaseOrder.Line::sku)
                        .findFirst()
                        .orElse(null);
    }

    private static String shelf(String supplier, String sku) {
        return sku + " of " + supplier;
    }

    /** Who has less than its file showed says no; that the order goes on elsewhere is judged by its end. */
    private void lies() {
        Set<String> refused = new HashSet<>();
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.Acknowledged answer
                    && !answer.rejected().isEmpty()
                    && answer.status() / 100 == 2) {
                refused.add(answer.supplier() + answer.number());
            }
        }
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.LieExposed lie && !refused.contains(lie.supplier() + lie.number())) {
                add("lost shortage", "Baton never heard that " + lie.supplier() + " has no " + lie.sku());
            }
        }
    }

    /** When all is over no store shows more of a SKU than lies on the shelves of those who sell it. */
    private void shown() {
        picture.shown()
                .forEach((store, shown) -> shown.forEach((sku, units) -> {
                    int there = there(sku);
                    if (units > there) {
                        add("stock not lowered", store + " shows " + units + " × " + sku + ", there are " + there);
                    }
                }));
    }

    private int there(String sku) {
        Goods goods = market.goods().get(sku);
        if (goods == null) {
            return 0;
        }
        if (!goods.parts().isEmpty()) {
            return goods.parts().entrySet().stream()
                    .mapToInt(part -> there(part.getKey()) / part.getValue())
                    .min()
                    .orElse(0);
        }
        return goods.offers().stream()
                .map(offer -> shelf(offer.supplier(), offer.supplierSku()))
                .mapToInt(shelf -> stocked.getOrDefault(shelf, 0) - left.getOrDefault(shelf, 0))
                .sum();
    }

    private void files() {
        Map<String, Fact.StockFileLaid> named = new HashMap<>();
        Map<String, Set<Integer>> wrong = new HashMap<>();
        Map<String, Set<Integer>> right = new HashMap<>();
        for (Ledger.Entry entry : entries) {
            if (entry.fact() instanceof Fact.StockFileLaid laid) {
                named.put(laid.supplier() + laid.name(), laid);
                (WRONG.contains(laid.mood()) ? wrong : right)
                        .computeIfAbsent(laid.supplier(), _ -> new HashSet<>())
                        .add(laid.bytes());
            }
        }
        for (BatonPicture.StockFile file : picture.stockFiles()) {
            Fact.StockFileLaid laid = named.get(file.supplier() + file.name());
            boolean numbered = file.name().matches(NUMBERED);
            boolean whole = numbered
                    ? laid != null && laid.bytes() == file.bytes()
                    : right.getOrDefault(file.supplier(), Set.of()).contains(file.bytes())
                            || wrong.getOrDefault(file.supplier(), Set.of()).contains(file.bytes());
            if (!whole) {
                add("half a file", file.bytes() + " bytes of " + file.name() + " of " + file.supplier() + " were read");
            }
            boolean bad = numbered
                    ? laid != null && WRONG.contains(laid.mood())
                    : !right.getOrDefault(file.supplier(), Set.of()).contains(file.bytes());
            if (whole && bad && file.state().equals("merged")) {
                add("wrong file believed", file.name() + " of " + file.supplier() + " was merged");
            }
        }
    }

    private void add(String what, String words) {
        differences.add(new Difference(what, "", words));
    }
}
