package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.merchants.Keys;
import dev.baton.merchants.NewKey;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.List;
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

    static final List<Option> SCOPES = List.of(
            new Option("read", "Read everything, change nothing"),
            new Option("orders", "Send, read, release and cancel orders"),
            new Option("catalog", "Define goods, offers and exchange rates"),
            new Option("stock", "Send stock and scans"),
            new Option("suppliers", "Define, pause and key suppliers"),
            new Option("admin", "Everything, settings and keys too"));

    private final Keys keys;
    private final KeyListing listing;
    private final ListDesk lists;
    private final StaffDesk desk;

    KeysScreen(Keys keys, KeyListing listing, ListDesk lists, StaffDesk desk) {
        this.keys = keys;
        this.listing = listing;
        this.lists = lists;
        this.desk = desk;
    }

    @Does(Act.MANAGE_KEYS)
    @GetMapping(PATH)
    ResponseEntity<String> list(Staff staff, Typed typed) {
        return page(
                200,
                staff,
                typed,
                typed.text("done").equals("ended") ? "The key opens nothing any more." : "",
                null,
                null);
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
            return page(200, staff, typed, "The key is made.", made.key(), null);
        } catch (Problem refused) {
            return page(refused.code().status(), staff, typed, "", null, refused.detail());
        }
    }

    @Does(Act.MANAGE_KEYS)
    @PostMapping(PATH + "/end")
    ResponseEntity<String> end(Staff staff, Typed typed) {
        keys.revoke(
                staff.merchant(),
                typed.id("key").orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such key.")));
        return Back.saying(Back.of(typed, PATH), "ended");
    }

    private ResponseEntity<String> page(
            int status, Staff staff, Typed typed, String notice, @Nullable String fresh, @Nullable String trouble) {
        ResponseEntity<String> page = desk.page(
                staff,
                StaffDesk.Place.SETTINGS,
                "Keys",
                notice,
                "console/keys.jte",
                frame ->
                        new SettingViews.Keys(frame, lists.view(staff, typed, listing, frame), SCOPES, fresh, trouble));
        return ResponseEntity.status(status).headers(page.getHeaders()).body(page.getBody());
    }
}
