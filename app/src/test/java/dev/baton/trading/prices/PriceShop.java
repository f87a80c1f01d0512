package dev.baton.trading.prices;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.CostProposal;
import dev.baton.catalog.CostProposals;
import dev.baton.catalog.Offer;
import dev.baton.catalog.PriceChange;
import dev.baton.catalog.PriceRunLookup;
import dev.baton.catalog.PriceRunView.State;
import dev.baton.catalog.SupplierItem;
import dev.baton.catalog.SupplierItems;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Micros;
import dev.baton.platform.Tasks;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SupplierId;
import dev.baton.testing.TestBaton;
import dev.baton.testing.TestShop;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A merchant whose supplier in Berlin sends price lists. */
final class PriceShop {

    static final String LIST = "acme-prices";

    final TestBaton baton = TestBaton.shared();
    final TestShop shop = new TestShop(baton);
    final MerchantId merchant = shop.merchant;
    final SupplierId supplier = shop.supplier("ACME", Netting.GROSS, 500);

    /** The columns a test's file may have; those it lacks are not mapped. */
    static PriceMapping mapping(String header) {
        List<String> names = List.of(header.split("[,;\t]", -1));
        return new PriceMapping(
                "sku",
                "cost",
                only(names, "currency"),
                only(names, "from"),
                only(names, "place"),
                only(names, "title"),
                only(names, "ean"),
                only(names, "pack"),
                only(names, "moq"),
                only(names, "weight"),
                WeightUnit.KG,
                only(names, "days"),
                null,
                null,
                null,
                null);
    }

    private static @Nullable String only(List<String> names, String name) {
        return names.contains(name) ? name : null;
    }

    void define(String header) {
        define(new PriceListDefinition(null, null, mapping(header)));
    }

    int define(PriceListDefinition definition) {
        return define(definition, null);
    }

    int define(PriceListDefinition definition, @Nullable String secret) {
        return baton.bean(DefinePriceList.class).define(merchant, supplier, LIST, definition, secret);
    }

    /** An offer whose supplier's SKU is {@code S-} and the code. */
    void offer(String sku, String cost) {
        shop.sku(sku);
        shop.offer(sku, supplier, "S-" + sku, cost, 5);
    }

    PriceFileId send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8), false, null);
    }

    PriceFileId send(byte[] bytes, boolean preview, @Nullable PriceFileId mends) {
        try {
            return baton.bean(ReceivePriceFile.class)
                    .receive(
                            merchant,
                            new ReceivePriceFile.Incoming(LIST, "prices.csv", "text/csv", null, preview, mends),
                            new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Sends the file and has it read. */
    PriceFileId read(String text) {
        PriceFileId file = send(text);
        baton.runDue();
        return file;
    }

    PriceListLookup.FileView file(PriceFileId id) {
        return baton.bean(PriceListLookup.class).file(merchant, id);
    }

    State state(PriceFileId id) {
        return file(id).run().state();
    }

    List<String> changes(PriceFileId id) {
        return baton.bean(PriceRunLookup.class).changes(merchant, file(id).run().id(), null, 0, 1_000).stream()
                .map(PriceShop::words)
                .toList();
    }

    private static String words(PriceChange change) {
        String before =
                change.before() == null ? "none" : Micros.format(change.before().micros());
        return change.row() + " " + change.supplierSku() + " " + before + " → "
                + Micros.format(change.cost().micros()) + " " + change.outcome();
    }

    Offer offer(String sku) {
        return Objects.requireNonNull(baton.in(
                                merchant,
                                () -> baton.bean(CatalogLookup.class)
                                        .bySupplierSku(merchant, supplier, List.of("S-" + sku)))
                        .get("S-" + sku))
                .getFirst();
    }

    String cost(String sku) {
        Offer offer = offer(sku);
        return Micros.format(offer.unitCostMicros()) + " " + offer.currency();
    }

    List<CostProposal> waiting() {
        return baton.in(merchant, () -> baton.bean(CostProposals.class).open(merchant, supplier, null, 1_000));
    }

    List<SupplierItem> items() {
        return baton.in(merchant, () -> baton.bean(SupplierItems.class).list(merchant, supplier, null, 1_000));
    }

    List<String> tasks() {
        return baton.in(merchant, () -> baton.bean(Tasks.class).open(merchant, null, 100)).stream()
                .map(Tasks.Task::kind)
                .toList();
    }

    String errors(PriceFileId id) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            baton.bean(WritePriceErrors.class).write(merchant, id, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
