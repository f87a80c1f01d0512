package dev.baton.console;

import dev.baton.catalog.CatalogLookup;
import dev.baton.catalog.SetMarginFloors;
import dev.baton.catalog.SetMarginFloors.Floor;
import dev.baton.catalog.Sku;
import dev.baton.catalog.SkuId;
import dev.baton.console.ListViews.Effect;
import dev.baton.orders.ServeBackorders;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What can be done to many products at once: say what is to be left of their price, and who serves what waits for them. */
@Component
class ProductBulk {

    private static final int BPS = 2;
    private static final String NONE = "-";

    private final CatalogLookup catalog;
    private final SetMarginFloors floors;
    private final ServeBackorders backorders;
    private final Tenancy tenancy;

    ProductBulk(CatalogLookup catalog, SetMarginFloors floors, ServeBackorders backorders, Tenancy tenancy) {
        this.catalog = catalog;
        this.floors = floors;
        this.backorders = backorders;
        this.tenancy = tenancy;
    }

    List<BulkAct> all() {
        return List.of(new SetFloor(), new KeepForAPerson());
    }

    /** Hundredths of a per cent as people write them. */
    static String percent(int bps) {
        return BigDecimal.valueOf(bps, BPS).stripTrailingZeros().toPlainString() + " %";
    }

    private static String products(int rows) {
        return Moments.counted(rows, "product", "products");
    }

    private List<Effect> effects(Staff staff, List<String> keys, Function<Sku, String> said) {
        Map<String, Sku> known = catalog.skus(staff.merchant(), keys);
        return keys.stream()
                .flatMap(key -> Optional.ofNullable(known.get(key)).stream())
                .map(sku -> new Effect(
                        sku.code(), sku.code(), ProductsScreen.path(sku.code()), said.apply(sku), !sku.bundle()))
                .toList();
    }

    private Optional<Sku> find(MerchantId merchant, String code) {
        return tenancy.inTransaction(merchant, () -> catalog.skuByCode(merchant, code));
    }

    /** Says how much of the price is to be left; below it an order is held. */
    private final class SetFloor implements BulkAct {

        @Override
        public String key() {
            return "floor";
        }

        @Override
        public String label() {
            return "Set margin floor";
        }

        @Override
        public Act act() {
            return Act.DECIDE_COSTS;
        }

        @Override
        public String question(int rows) {
            return "Set the margin floor of " + products(rows);
        }

        @Override
        public Given given(Staff staff) {
            return new Given("percent", "Per cent of the price to be left; empty = as for all", false, List.of(), null);
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(
                    staff,
                    keys,
                    sku -> sku.bundle()
                            ? "is made of others: the floor stands with its parts"
                            : sku.marginFloorBps() == null
                                    ? "has the floor of all"
                                    : "has " + percent(sku.marginFloorBps()));
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            Integer bps = bps(given.text("percent"));
            return find(staff.merchant(), key)
                    .map(sku -> {
                        floors.set(staff.merchant(), List.of(new Floor(key, bps)));
                        return (sku.marginFloorBps() == null ? NONE : sku.marginFloorBps()) + "|" + key;
                    })
                    .orElse(null);
        }

        private static @Nullable Integer bps(String typed) {
            String plain = typed.replace("%", "").replace(',', '.').strip();
            if (plain.isEmpty()) {
                return null;
            }
            try {
                return new BigDecimal(plain)
                        .movePointRight(BPS)
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .intValueExact();
            } catch (ArithmeticException | NumberFormatException unreadable) {
                throw new Problem(
                        CommonProblem.INVALID_FIELD, "Write per cent from 0 to 100, such as 12.5.", "percent");
            }
        }

        @Override
        public String done(int rows) {
            return "The margin floor of " + products(rows) + " is set.";
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            int at = handle.indexOf('|');
            String before = handle.substring(0, at);
            String code = handle.substring(at + 1);
            if (find(staff.merchant(), code).isEmpty()) {
                return false;
            }
            floors.set(
                    staff.merchant(), List.of(new Floor(code, before.equals(NONE) ? null : Integer.valueOf(before))));
            return true;
        }
    }

    /** Stock that comes serves nobody before a person releases it. */
    private final class KeepForAPerson implements BulkAct {

        @Override
        public String key() {
            return "by-hand";
        }

        @Override
        public String label() {
            return "Release backorders by hand";
        }

        @Override
        public Act act() {
            return Act.SERVE_BACKORDERS;
        }

        @Override
        public String question(int rows) {
            return "Release what waits for " + products(rows) + " by hand";
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> keys) {
            return effects(
                    staff,
                    keys,
                    sku -> sku.bundle()
                            ? "is made of others: its parts are waited for"
                            : "stock that comes waits for a person, who is told");
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            return find(staff.merchant(), key)
                    .map(Sku::id)
                    .map(sku -> {
                        backorders.keepForAPerson(staff.merchant(), sku);
                        return key;
                    })
                    .orElse(null);
        }

        @Override
        public String done(int rows) {
            return "What waits for " + products(rows) + " is released by hand from now on.";
        }

        @Override
        public boolean undoable() {
            return true;
        }

        @Override
        public boolean undo(Staff staff, String handle) {
            Optional<SkuId> sku = find(staff.merchant(), handle).map(Sku::id);
            sku.ifPresent(id -> backorders.serveByItself(staff.merchant(), id));
            return sku.isPresent();
        }
    }
}
