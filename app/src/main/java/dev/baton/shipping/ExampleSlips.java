package dev.baton.shipping;

import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.pdf.PageSize;
import java.time.Clock;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** A packing slip of nobody's order, to see how slips look before there is one. */
@Component
public class ExampleSlips {

    private static final PostalAddress NOBODY =
            new PostalAddress("Ada Example", null, "1 Example Street", null, "Berlin", null, null, "10115", "DE", null);

    private final Tenancy tenancy;
    private final BrandLookup brands;
    private final PackingSlip printer;
    private final Clock clock;

    ExampleSlips(Tenancy tenancy, BrandLookup brands, PackingSlip printer, Clock clock) {
        this.tenancy = tenancy;
        this.brands = brands;
        this.printer = printer;
        this.clock = clock;
    }

    /** Prints one in the face of the default brand, marked as an example. Opens a transaction to read the brand. */
    public byte[] render(MerchantId merchant, PageSize size) {
        return render(merchant, Brand.DEFAULT, size);
    }

    /** The same in the face of the brand of that code; the default one where there is none of it. */
    public byte[] render(MerchantId merchant, String code, PageSize size) {
        SlipFacts facts = tenancy.inTransaction(merchant, () -> {
            Brand brand = brands.byCode(merchant, code)
                    .or(() -> brands.byCode(merchant, Brand.DEFAULT))
                    .orElseThrow();
            return new SlipFacts(
                    SlipBrand.of(brand, brands.logo(merchant, brand).orElse(null)),
                    "EXAMPLE-1",
                    "#1001",
                    NOBODY,
                    List.of(
                            new SlipFacts.Item(
                                    "An item with a long name as stores like to give them",
                                    "ITEM-1",
                                    2,
                                    new TreeMap<>()),
                            new SlipFacts.Item("Another item", "ITEM-2", 1, new TreeMap<>())),
                    null,
                    brand.language(),
                    clock.instant(),
                    "Example");
        });
        return printer.render(facts, size);
    }
}
