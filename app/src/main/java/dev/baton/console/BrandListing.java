package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Door;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.SettingViews.BrandRow;
import dev.baton.merchants.Brand;
import dev.baton.merchants.BrandLookup;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** The list of brands. */
@Component
class BrandListing implements Listing<BrandRow> {

    private static final Called CALLED = new Called(
            "brands",
            BrandsScreen.PATH,
            "Brands",
            "The faces customers see on mails, pages and packing slips.",
            StaffDesk.Place.SETTINGS,
            Act.SEE_SETTINGS);

    private final BrandLookup brands;

    BrandListing(BrandLookup brands) {
        this.brands = brands;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<BrandRow>> columns() {
        return List.of(
                Column.of("brand", "Brand", row -> Cell.name(row.name(), row.path())),
                Column.<BrandRow>of("code", "Code", row -> Cell.of(row.code())).labelled(),
                Column.of("sender", "Mails come from", row -> Cell.of(row.sender())),
                Column.<BrandRow>of("language", "Language", row -> Cell.of(row.language()))
                        .labelled(),
                Column.<BrandRow>of("accent", "Accent", row -> Cell.of(row.accent()))
                        .onlyChosen());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.text("q", "Name begins with"),
                ListFilter.choice(
                        "language",
                        "Language",
                        brands.all(staff.merchant()).stream()
                                .map(Brand::language)
                                .distinct()
                                .sorted()
                                .map(language -> new Choice(language, language))
                                .toList()));
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort("name", "Name, A first", "brand", true),
                new Sort("name-down", "Name, Z first", "brand", false),
                new Sort("code", "Code", "code", true));
    }

    @Override
    public Slice<BrandRow> page(Staff staff, Asked asked, int limit) {
        Comparator<BrandRow> order = switch (asked.text("sort")) {
            case "name-down" -> Comparator.comparing(BrandRow::name).reversed();
            case "code" -> Comparator.comparing(BrandRow::code);
            default -> Comparator.comparing(BrandRow::name);
        };
        return WholeList.page(all(staff, asked), order, BrandRow::code, asked.after(), limit);
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        return (long) all(staff, asked).size();
    }

    private List<BrandRow> all(Staff staff, Asked asked) {
        return brands.all(staff.merchant()).stream()
                .filter(brand -> brand.name().startsWith(asked.text("q")))
                .filter(brand -> !asked.has("language") || brand.language().equals(asked.text("language")))
                .map(brand -> new BrandRow(
                        BrandsScreen.path(brand.code()),
                        brand.code(),
                        brand.name(),
                        brand.accentColour(),
                        brand.language(),
                        brand.senderName() + (brand.senderAddress() == null ? "" : " <" + brand.senderAddress() + ">")))
                .toList();
    }

    @Override
    public List<Door> doors(Staff staff) {
        Door settings = new Door("Settings", SettingsScreen.PATH);
        return staff.may(Act.CHANGE_BRANDS)
                ? List.of(settings, new Door("New brand", BrandsScreen.ONE))
                : List.of(settings);
    }

    @Override
    public String key(BrandRow row) {
        return row.code();
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such brand", "No brand matches what you asked for.", "Show all", BrandsScreen.PATH)
                : new Empty("No brand yet", "Customers see a brand's name and colours.", "New brand", BrandsScreen.ONE);
    }
}
