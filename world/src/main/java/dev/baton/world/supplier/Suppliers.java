package dev.baton.world.supplier;

import dev.baton.world.http.Reply;
import dev.baton.world.http.Request;
import dev.baton.world.mail.Letter;
import dev.baton.world.story.Goods;
import dev.baton.world.story.Market;
import dev.baton.world.story.SupplierSheet;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All suppliers of a run behind one address: {@code /suppliers/{code}}. */
public final class Suppliers {

    private static final String PREFIX = "/suppliers/";

    private final SupplierWorld world;
    private final Map<String, SupplierDesk> desks = new LinkedHashMap<>();
    private final Map<String, MailedDesk> mailed = new LinkedHashMap<>();

    /** Opens every supplier of the market with its shelves full; {@code keys} are Baton's keys by supplier code. */
    public Suppliers(Market market, SupplierWorld world, MailRoad road, Map<String, String> keys) {
        this.world = world;
        Set<String> rejectedOrders = Reactions.nobodyRejectedYet();
        for (SupplierSheet sheet : market.suppliers().values()) {
            Warehouse warehouse = new Warehouse(sheet.netting().equals("NET"), world.clock());
            for (Goods goods : market.goods().values()) {
                goods.offers().stream()
                        .filter(offer -> offer.supplier().equals(sheet.code()))
                        .forEach(offer -> warehouse.put(offer.supplierSku(), offer.onHand()));
            }
            String key = keys.getOrDefault(sheet.code(), "");
            desks.put(sheet.code(), new SupplierDesk(sheet, world, warehouse, key, rejectedOrders));
            if (sheet.isMailed()) {
                mailed.put(sheet.code(), new MailedDesk(sheet, world, warehouse, road, rejectedOrders));
            }
        }
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

    /** Lets everybody tell their stock again and again. */
    public void keepTellingStock(Duration every) {
        desks.values().forEach(desk -> world.agenda().every(every, desk::tellStock));
    }

    /** A supplier says nothing any more to what it takes, or speaks again; answers whether it is silent now. */
    public boolean silence(String code) {
        return world.silent().add(code) || !world.silent().remove(code);
    }

    /** Those who say nothing now. */
    public Set<String> silent() {
        return Set.copyOf(world.silent());
    }

    /** A supplier's stock file says that nothing is left of anything. */
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
