package dev.baton.console;

import dev.baton.console.ListFilter.Choice;
import dev.baton.console.ListViews.Effect;
import dev.baton.console.ListViews.Empty;
import dev.baton.console.ListViews.RowAct;
import dev.baton.merchants.Keys;
import dev.baton.merchants.Keys.KeyView;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of keys of the API that work. */
@Component
class KeyListing implements Listing<SettingViews.Key> {

    private static final Called CALLED = new Called(
            "keys",
            KeysScreen.PATH,
            "Keys",
            "Who may use the API, and for what.",
            StaffDesk.Place.SETTINGS,
            Act.MANAGE_KEYS);

    private final Keys keys;
    private final SupplierLookup suppliers;

    KeyListing(Keys keys, SupplierLookup suppliers) {
        this.keys = keys;
        this.suppliers = suppliers;
    }

    @Override
    public Called called() {
        return CALLED;
    }

    @Override
    public List<Column<SettingViews.Key>> columns() {
        return List.of(
                Column.of("key", "Key", key -> Cell.name(key.name(), null)),
                Column.of("may", "May", key -> Cell.of(key.scopes())),
                Column.<SettingViews.Key>of(
                                "as", "Acts as", key -> Cell.of(key.supplier().isEmpty() ? "you" : key.supplier()))
                        .labelled(),
                Column.<SettingViews.Key>of("made", "Made", key -> Cell.at(key.since()))
                        .onlyWide());
    }

    @Override
    public List<ListFilter> filters(Staff staff) {
        return List.of(
                ListFilter.choice(
                        "may",
                        "May",
                        Stream.concat(
                                        KeysScreen.SCOPES.stream().map(scope -> scope.value()),
                                        Stream.of(Keys.SUPPLIER_SCOPE))
                                .map(scope -> new Choice(scope, scope))
                                .toList()),
                ListFilter.choice(
                        "as", "Acts as", List.of(new Choice("you", "you"), new Choice("supplier", "a supplier"))));
    }

    @Override
    public List<Sort> sorts() {
        return List.of(
                new Sort("oldest", "Oldest first", "made", true),
                new Sort("newest", "Newest first", "made", false),
                new Sort("name", "Name", "key", true));
    }

    @Override
    public Slice<SettingViews.Key> page(Staff staff, Asked asked, int limit) {
        Comparator<SettingViews.Key> order = switch (asked.text("sort")) {
            case "newest" -> Comparator.comparing(SettingViews.Key::since).reversed();
            case "name" -> Comparator.comparing(SettingViews.Key::name);
            default -> Comparator.comparing(SettingViews.Key::since);
        };
        return WholeList.page(all(staff.merchant(), asked), order, SettingViews.Key::id, asked.after(), limit);
    }

    @Override
    public Long count(Staff staff, Asked asked) {
        return (long) all(staff.merchant(), asked).size();
    }

    private List<SettingViews.Key> all(MerchantId merchant, Asked asked) {
        Map<SupplierId, String> names =
                suppliers.all(merchant).stream().collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
        return keys.page(merchant, null, WholeList.MOST).stream()
                .filter(key -> !asked.has("may") || key.scopes().contains(asked.text("may")))
                .filter(key -> !asked.has("as")
                        || (key.supplier() == null) == asked.text("as").equals("you"))
                .map(key -> key(key, names))
                .toList();
    }

    private static SettingViews.Key key(KeyView key, Map<SupplierId, String> names) {
        UUID supplier = key.supplier();
        return new SettingViews.Key(
                key.id().toString(),
                key.name(),
                key.scopes().stream().sorted().collect(Collectors.joining(", ")),
                supplier == null ? "" : names.getOrDefault(new SupplierId(supplier), "a supplier that left"),
                key.createdAt());
    }

    @Override
    public String key(SettingViews.Key key) {
        return key.id();
    }

    @Override
    public List<RowAct> acts(Staff staff, SettingViews.Key key) {
        return List.of(new RowAct(
                KeysScreen.PATH + "/end", "End", "End the key " + key.name(), true, Map.of("key", key.id()), null));
    }

    @Override
    public List<BulkAct> bulk() {
        return List.of(new End());
    }

    @Override
    public Empty empty(boolean narrowed) {
        return narrowed
                ? new Empty("No such key", "No key matches what you asked for.", "Show all keys", KeysScreen.PATH)
                : new Empty(
                        "No key yet",
                        "A program of yours needs one to use the API.",
                        "Make one below",
                        KeysScreen.PATH);
    }

    /** Ends keys, for good. */
    private final class End implements BulkAct {

        @Override
        public String key() {
            return "end";
        }

        @Override
        public String label() {
            return "End";
        }

        @Override
        public Act act() {
            return Act.MANAGE_KEYS;
        }

        @Override
        public boolean severe() {
            return true;
        }

        @Override
        public String question(int rows) {
            return "End " + keys(rows);
        }

        @Override
        public List<Effect> preview(Staff staff, List<String> picked) {
            return keys.page(staff.merchant(), null, WholeList.MOST).stream()
                    .filter(key -> picked.contains(key.id().toString()))
                    .map(key -> new Effect(
                            key.id().toString(),
                            key.name(),
                            KeysScreen.PATH,
                            "opens nothing any more; whatever uses it stops",
                            true))
                    .toList();
        }

        @Override
        public @Nullable String apply(Staff staff, String key, Typed given) {
            keys.revoke(staff.merchant(), UUID.fromString(key));
            return "";
        }

        @Override
        public String done(int rows) {
            return keys(rows) + (rows == 1 ? " opens" : " open") + " nothing any more.";
        }

        private static String keys(int rows) {
            return Moments.counted(rows, "key", "keys");
        }
    }
}
