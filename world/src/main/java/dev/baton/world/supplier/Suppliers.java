package dev.baton.world.supplier;

import dev.baton.world.feeds.FilePlace;
import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.ledger.Fact;
import dev.baton.world.mail.Letter;
import dev.baton.world.story.Goods;
import dev.baton.world.story.Market;
import dev.baton.world.story.SupplierSheet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All suppliers of a run behind one address: {@code /suppliers/{code}}. */
public final class Suppliers {

    /** How old the figures of a stock file may be when it is fetched: late by one file, and fetched a file later. */
    public static final Duration AGREED_FILE_AGE = Duration.ofMinutes(90);

    private static final String PREFIX = "/suppliers/";

    private final Market market;
    private final SupplierWorld world;
    private final Map<String, SupplierDesk> desks = new LinkedHashMap<>();
    private final Map<String, MailedDesk> mailed = new LinkedHashMap<>();
    private final Map<String, FileTeller> files = new LinkedHashMap<>();

    /**
     * Opens every supplier of the market with its shelves full.
     *
     * @param keys Baton's keys by supplier code
     * @param places where those lay their stock files whose stock comes by file; one that has no place posts its figures
     */
    public Suppliers(
            Market market,
            SupplierWorld world,
            MailRoad road,
            Map<String, String> keys,
            Map<String, FilePlace> places) {
        this.market = market;
        this.world = world;
        Set<String> rejectedOrders = Reactions.nobodyRejectedYet();
        for (SupplierSheet sheet : market.suppliers().values()) {
            Warehouse warehouse = new Warehouse(sheet.isNet(world.seed()), world.clock());
            for (Goods goods : market.goods().values()) {
                goods.offers().stream()
                        .filter(offer -> offer.supplier().equals(sheet.code()))
                        .forEach(offer -> stock(warehouse, sheet, offer));
            }
            BatonApi baton = world.baton().withKey(keys.getOrDefault(sheet.code(), ""));
            @Nullable FilePlace place = places.get(sheet.code());
            TellsStock stock;
            if (sheet.isByFile() && place != null) {
                FileTeller teller = new FileTeller(sheet, warehouse, place, world);
                files.put(sheet.code(), teller);
                stock = teller;
            } else {
                stock = new StockTeller(sheet.code(), warehouse, baton, world.ledger());
            }
            desks.put(sheet.code(), new SupplierDesk(sheet, world, warehouse, baton, stock, rejectedOrders));
            if (sheet.isMailed()) {
                StockAnswers answers =
                        new StockAnswers(sheet, world, warehouse, road.pages(), words -> stock.wordOn(words, 0));
                mailed.put(sheet.code(), new MailedDesk(sheet, world, warehouse, road, answers, rejectedOrders));
            }
        }
    }

    private void stock(Warehouse warehouse, SupplierSheet sheet, Goods.Offer offer) {
        warehouse.put(offer.supplierSku(), offer.onHand());
        world.ledger().write(new Fact.Stocked(sheet.code(), offer.supplierSku(), offer.onHand()));
    }

    /** The path under which a supplier takes documents. */
    public static String path(String code) {
        return PREFIX + code;
    }

    /** Answers a document sent to one of them. */
    public Reply handle(Request request) {
        SupplierDesk desk =
                request.path().startsWith(PREFIX) ? desks.get(request.path().substring(PREFIX.length())) : null;
        return desk == null ? Reply.text(404, "No such supplier.") : desk.handle(request);
    }

    /** A supplier reads a mail; one who takes no mail leaves it lying. */
    public void read(String code, Letter letter) {
        MailedDesk desk = mailed.get(code);
        if (desk != null) {
            desk.read(letter);
        }
    }

    /** Tells Baton everybody's stock now. */
    public void tellStock() {
        desks.values().forEach(SupplierDesk::tellStock);
    }

    /** Lets everybody tell their stock again and again, but those who say it on a page when they are asked. */
    public void keepTellingStock(Duration every) {
        desks.forEach((code, desk) -> {
            if (market.supplier(code).stockBy() != SupplierSheet.StockBy.PAGE) {
                world.agenda().every(every, desk::tellStock);
            }
        });
    }

    /** What a supplier says on the telephone when it is asked whether a stock file of so many bytes is right. */
    public WordOnFile wordOnFile(String code, String name, int bytes) {
        FileTeller teller = files.get(code);
        return teller == null ? WordOnFile.RIGHT : teller.wordOn(name, bytes);
    }

    /** A supplier says nothing any more to what it takes, or speaks again; answers whether it is silent now. */
    public boolean silence(String code) {
        return world.silent().add(code) || !world.silent().remove(code);
    }

    /** Those who say nothing now. */
    public Set<String> silent() {
        return Set.copyOf(world.silent());
    }

    /** A supplier's stock file says that nothing is left of anything; whoever tries this decides about it. */
    public void zero(String code) {
        SupplierDesk desk = desks.get(code);
        if (desk != null) {
            desk.tellNothingIsLeft();
        }
    }

    /** A supplier gets goods in and says so at once. */
    public void restock(String supplier, String supplierSku, int units) {
        SupplierDesk desk = desks.get(supplier);
        if (desk != null) {
            desk.restock(supplierSku, units);
            desk.tellStock();
        }
    }
}
