package dev.baton.world.supplier;

import dev.baton.world.feeds.FilePlace;
import dev.baton.world.ledger.Fact;
import dev.baton.world.story.SupplierSheet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tells a supplier's stock by file, each in the mood the seed has for it. After a file that is wrong it waits until it is
 * asked, as a person would who does not know. When nothing has stirred its stock for a while it makes no more files.
 */
final class FileTeller implements TellsStock {

    /** Files are made so long after the last stir: then everything that stirred is in one that counts. */
    private static final Duration STIRRED = Suppliers.AGREED_FILE_AGE.plusMinutes(45);

    private static final Duration PATIENCE = Duration.ofHours(24);

    /** Whoever zeroed a feed to see what happens has so long to look; then a right file comes. */
    private static final Duration WHILE_TRIED = Duration.ofHours(3);

    private final SupplierSheet sheet;
    private final Warehouse warehouse;
    private final FilePlace place;
    private final SupplierWorld world;
    private final List<FileMood> first;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile Instant stirredAt;
    private final Map<String, Integer> wrong = new HashMap<>();
    private Map<String, Integer> before = Map.of();
    private FileMood mood = FileMood.FRESH;
    private Instant laidAt;
    private int number;
    private String tried = "";

    FileTeller(SupplierSheet sheet, Warehouse warehouse, FilePlace place, SupplierWorld world) {
        this.sheet = sheet;
        this.warehouse = warehouse;
        this.place = place;
        this.world = world;
        this.first = FileMood.first(sheet, world.seed());
        this.stirredAt = world.clock().instant();
        this.laidAt = stirredAt;
        world.ledger().follow(this::follow);
    }

    private void follow(Fact fact) {
        @Nullable
        String stirs = switch (fact) {
            case Fact.PurchaseOrderTaken one -> one.supplier();
            case Fact.Acknowledged one -> one.supplier();
            case Fact.Shipped one -> one.supplier();
            case Fact.RestGivenUp one -> one.supplier();
            case Fact.CancellationAnswered one -> one.supplier();
            case Fact.Stocked one -> one.supplier();
            default -> null;
        };
        if (sheet.code().equals(stirs)) {
            stirredAt = world.clock().instant();
        }
        if (fact instanceof Fact.StockFileDecided one && one.supplier().equals(sheet.code())) {
            asked.set(true);
        }
    }

    /** A question may be read when later files are laid already: it is about the one it names. */
    @Override
    public synchronized WordOnFile wordOn(String words, int bytes) {
        return wrong.entrySet().stream()
                .filter(file -> words.contains(file.getKey()) || file.getValue() == bytes)
                .findFirst()
                .map(file -> file.getKey().equals(tried) ? WordOnFile.NOTHING : WordOnFile.WRONG)
                .orElse(WordOnFile.RIGHT);
    }

    @Override
    public synchronized void tell() {
        Instant now = world.clock().instant();
        Duration patience = name().equals(tried) ? WHILE_TRIED : PATIENCE;
        boolean waits = mood.isWrong() && !asked.get() && now.isBefore(laidAt.plus(patience));
        boolean idle = number >= first.size() && now.isAfter(stirredAt.plus(STIRRED));
        if (waits || idle) {
            return;
        }
        asked.set(false);
        mood = number < first.size() ? first.get(number) : FileMood.later(sheet, world.seed(), number);
        laidAt = now;
        number++;
        lay(warehouse.count().figures());
    }

    @Override
    public synchronized void tellNothingIsLeft() {
        asked.set(false);
        mood = FileMood.ZEROED;
        laidAt = world.clock().instant();
        number++;
        tried = name();
        lay(warehouse.count().figures());
    }

    private String name() {
        return String.format(Locale.ROOT, "stock-%05d.csv", number);
    }

    private void lay(Map<String, Integer> figures) {
        Map<String, Integer> rows = rows(figures);
        String name = name();
        byte[] content = csv(rows).getBytes(StandardCharsets.UTF_8);
        switch (mood) {
            case DUPLICATED -> place.again();
            case HALF_WRITTEN -> place.write(name, content);
            case FRESH, LATE, HALVED, ZEROED -> place.lay(name, content);
        }
        before = figures;
        if (mood.isWrong()) {
            wrong.put(name, content.length);
        }
        world.ledger().write(new Fact.StockFileLaid(sheet.code(), name, mood.name(), rows.size(), content.length));
    }

    private Map<String, Integer> rows(Map<String, Integer> figures) {
        Map<String, Integer> rows = new LinkedHashMap<>();
        (mood == FileMood.LATE ? before : figures).forEach((sku, units) -> {
            if (mood != FileMood.HALVED || rows.size() < figures.size() / 2) {
                rows.put(sku, mood == FileMood.ZEROED ? 0 : units + sheet.shownTooMany());
            }
        });
        return rows;
    }

    /** Each supplier's program has its own form; that over the web is American. */
    private String csv(Map<String, Integer> rows) {
        boolean web = sheet.stockBy() == SupplierSheet.StockBy.HTTPS;
        String between = web ? "," : ";";
        StringBuilder text = new StringBuilder(
                web ? "Item code,Description,On hand\r\n" : "Article number;Description;Stock;Made\r\n");
        rows.forEach((sku, units) -> {
            text.append(sku)
                    .append(between)
                    .append("Article ")
                    .append(sku)
                    .append(between)
                    .append(units);
            text.append(web ? "\r\n" : ";" + number + "\r\n");
        });
        return text.toString();
    }
}
