package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.merchants.Keys;
import dev.baton.merchants.NewKey;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keys of the API: made, shown once, ended. */
@RestController
class KeysScreen {

    static final String PATH = SettingsScreen.PATH + "/keys";

    private static final int MOST = 500;
    private static final List<Option> SCOPES = List.of(
            new Option("read", "Read everything, change nothing"),
            new Option("orders", "Send, read, release and cancel orders"),
            new Option("catalog", "Define goods, offers and exchange rates"),
            new Option("stock", "Send stock and scans"),
            new Option("suppliers", "Define, pause and key suppliers"),
            new Option("admin", "Everything, settings and keys too"));

    private final Keys keys;
    private final SupplierLookup suppliers;
    private final StaffDesk desk;

    KeysScreen(Keys keys, SupplierLookup suppliers, StaffDesk desk) {
        this.keys = keys;
        this.suppliers = suppliers;
        this.desk = desk;
    }

    @Does(Act.MANAGE_KEYS)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return page(
                200, staff, typed.text("done").equals("ended") ? "The key opens nothing any more." : "", null, null);
    }

    /** The secret is in this answer and in no other. */
    @Does(Act.MANAGE_KEYS)
    @PostMapping(PATH)
    ResponseEntity<String> make(Staff staff, Typed typed) {
        Set<String> scopes = SCOPES.stream()
                .map(Option::value)
                .filter(scope -> typed.text("scope-" + scope).equals("yes"))
                .collect(Collectors.toSet());
        try {
            NewKey made = keys.create(staff.merchant(), typed.text("name"), scopes, null);
            return page(200, staff, "The key is made.", made.key(), null);
        } catch (Problem refused) {
            return page(refused.code().status(), staff, "", null, refused.detail());
        }
    }

    @Does(Act.MANAGE_KEYS)
    @PostMapping(PATH + "/end")
    ResponseEntity<String> end(Staff staff, Typed typed) {
        keys.revoke(
                staff.merchant(),
                typed.id("key").orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such key.")));
        return Answer.seeOther(PATH + "?done=ended");
    }

    private ResponseEntity<String> page(
            int status, Staff staff, String notice, @Nullable String fresh, @Nullable String trouble) {
        MerchantId merchant = staff.merchant();
        ResponseEntity<String> page =
                desk.page(staff, StaffDesk.Place.SETTINGS, "Keys", notice, "console/keys.jte", frame -> {
                    Map<SupplierId, String> names = suppliers.all(merchant).stream()
                            .collect(Collectors.toMap(SupplierTerms::id, SupplierTerms::name));
                    return new SettingViews.Keys(
                            frame,
                            keys.page(merchant, null, MOST).stream()
                                    .map(key -> new SettingViews.Key(
                                            key.id().toString(),
                                            key.name(),
                                            key.scopes().stream().sorted().collect(Collectors.joining(", ")),
                                            key.supplier() == null
                                                    ? ""
                                                    : names.getOrDefault(new SupplierId(key.supplier()), ""),
                                            key.createdAt()))
                                    .toList(),
                            SCOPES,
                            fresh,
                            trouble);
                });
        return ResponseEntity.status(status).headers(page.getHeaders()).body(page.getBody());
    }
}
