package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Who may do what: the table, and that every address holds to it. */
class ActCheckTest {

    private static final EnumMap<Act, Set<Role>> TABLE = new EnumMap<>(Map.ofEntries(
            Map.entry(Act.SEE_TODAY, EnumSet.allOf(Role.class)),
            Map.entry(Act.SEARCH, EnumSet.allOf(Role.class)),
            Map.entry(Act.OWN_MORNING, EnumSet.allOf(Role.class)),
            Map.entry(Act.SEE_ORDERS, EnumSet.allOf(Role.class)),
            Map.entry(Act.SEE_TASKS, EnumSet.allOf(Role.class)),
            Map.entry(Act.SEE_STYLE, EnumSet.allOf(Role.class)),
            Map.entry(Act.CLOSE_TASK, EnumSet.complementOf(EnumSet.of(Role.VIEWER))),
            Map.entry(Act.RELEASE_HOLD, EnumSet.complementOf(EnumSet.of(Role.VIEWER))),
            Map.entry(Act.SEE_STOCK, EnumSet.allOf(Role.class)),
            Map.entry(Act.SERVE_BACKORDERS, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEE_PEOPLE, EnumSet.of(Role.OWNER)),
            Map.entry(Act.HOLD_ORDERS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.CANCEL_ORDERS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.TELL_CUSTOMERS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.ASK_CUSTOMERS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.ACT_ON_MANY, EnumSet.complementOf(EnumSet.of(Role.VIEWER))),
            Map.entry(Act.EXPORT_LISTS, EnumSet.complementOf(EnumSet.of(Role.VIEWER))),
            Map.entry(Act.SAVE_VIEWS, EnumSet.allOf(Role.class)),
            Map.entry(Act.MEND_ADDRESS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.MAP_GOODS, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.RESEND_MAIL, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.ANSWER_FOR_SUPPLIER, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.DECIDE_STOCK, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.DECIDE_COSTS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.FINANCE)),
            Map.entry(Act.RETRY_WORK, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.HAND_OVER, EnumSet.complementOf(EnumSet.of(Role.VIEWER))),
            Map.entry(Act.KEEP_BACK, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEE_FEEDS, EnumSet.allOf(Role.class)),
            Map.entry(Act.SEND_FILE, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.DEFINE_FEED, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEE_PRODUCTS, EnumSet.allOf(Role.class)),
            Map.entry(Act.DEFINE_OFFERS, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEND_PRICES, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.FINANCE)),
            Map.entry(Act.SEE_SETTINGS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.FINANCE)),
            Map.entry(Act.CHANGE_SETTINGS, EnumSet.of(Role.OWNER)),
            Map.entry(Act.CHANGE_BRANDS, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEE_MESSAGES, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.MANAGE_KEYS, EnumSet.of(Role.OWNER)),
            Map.entry(Act.SEE_PURCHASES, EnumSet.allOf(Role.class)),
            Map.entry(Act.ASK_SUPPLIERS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.TAKE_BACK_LINKS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.SEE_SUPPLIERS, EnumSet.allOf(Role.class)),
            Map.entry(Act.MANAGE_SUPPLIERS, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEE_PARCELS, EnumSet.allOf(Role.class)),
            Map.entry(Act.CORRECT_PARCEL, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.JUDGE_PARCELS, EnumSet.of(Role.OWNER, Role.OPERATIONS, Role.SUPPORT)),
            Map.entry(Act.SEE_STORES, EnumSet.allOf(Role.class)),
            Map.entry(Act.KEEP_STORE_STOCK, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SET_THRESHOLDS, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.CHOOSE_SENDERS, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.READ_STORES, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEE_WATCH, EnumSet.allOf(Role.class)),
            Map.entry(Act.GO_LIVE, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.SEE_SETUP, EnumSet.allOf(Role.class)),
            Map.entry(Act.SET_UP, EnumSet.of(Role.OWNER, Role.OPERATIONS)),
            Map.entry(Act.MANAGE_PEOPLE, EnumSet.of(Role.OWNER))));

    private final ConsoleShop shop = new ConsoleShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void everyAddressOfTheConsoleIsAnActOfTheTable() {
        Map<RequestMappingInfo, HandlerMethod> all =
                shop.baton.bean(RequestMappingHandlerMapping.class).getHandlerMethods();
        Set<Act> used = EnumSet.noneOf(Act.class);
        int addresses = 0;
        for (Map.Entry<RequestMappingInfo, HandlerMethod> each : all.entrySet()) {
            boolean ours = each.getValue().getBeanType().getPackageName().equals("dev.baton.console");
            boolean inside = each.getKey().getPatternValues().stream()
                    .anyMatch(path ->
                            path.equals("/console") || path.startsWith("/console/") || path.startsWith("/welcome"));
            assertThat(ours).as(each.getKey().toString()).isEqualTo(inside);
            if (ours) {
                Does does = each.getValue().getMethodAnnotation(Does.class);
                used.add(Objects.requireNonNull(does, each.getValue() + " is no act")
                        .value());
                addresses++;
            }
        }
        shop.baton.bean(Lists.class).all().forEach(list -> {
            used.add(list.called().act());
            list.bulk().forEach(bulk -> used.add(bulk.act()));
        });
        assertThat(used).isEqualTo(EnumSet.allOf(Act.class));
        assertThat(addresses).isGreaterThan(20);
    }

    @Test
    void theTableGivesEachRoleWhatIsWrittenHere() {
        for (Act act : Act.values()) {
            if (act.needs() == Act.Needs.A_ROLE) {
                assertThat(act.roles()).as(act.name()).isEqualTo(TABLE.get(act));
            }
        }
    }

    @Test
    void aViewerLooksAndChangesNothing() {
        shop.tasks("purchasing.unanswered", 1);
        Staffer viewer = shop.as(Role.VIEWER);
        Document tasks = viewer.page("/console/exceptions?of=task");
        String token = tasks.select("input[name=form-token]").val();
        String task = shop.asOwner()
                .page("/console/exceptions?of=task")
                .select("input[name=task]")
                .val();

        assertThat(tasks.select("[data-row]")).hasSize(1);
        assertThat(tasks.select("form[action=/console/tasks/close]")).isEmpty();
        assertThat(viewer.post("/console/tasks/close", Map.of("form-token", token, "task", task))
                        .statusCode())
                .isEqualTo(403);
        assertThat(viewer.get("/console/people").statusCode()).isEqualTo(403);
        assertThat(tasks.select(".nav a[href=/console/people]")).isEmpty();
        assertThat(viewer.page("/console/exceptions?of=task").select("[data-row]"))
                .as("still open")
                .hasSize(1);
    }

    @Test
    void nobodySignedInSeesOrDoesAnything() {
        Staffer stranger = shop.stranger();
        String token = stranger.page("/console/sign-in")
                .select("input[name=form-token]")
                .val();

        for (String path :
                List.of("/console", "/console/orders", "/console/people", "/console/account", "/console/x")) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(303);
        }
        for (String path : List.of("/console/tasks/close", "/console/people/invite", "/console/account/password")) {
            assertThat(stranger.post(path, Map.of("form-token", token)).statusCode())
                    .as(path)
                    .isEqualTo(401);
        }
    }

    @Test
    void whoIsRemovedIsOutAtTheNextClick() {
        String email = shop.colleague(Role.OPERATIONS);
        Staffer ben = shop.stranger().signIn(email, ConsoleShop.PASSWORD);
        Staffer owner = shop.asOwner();
        assertThat(ben.get("/console").statusCode()).isEqualTo(200);

        Document people = owner.page("/console/people");
        owner.send(people, "tr:has([title=" + email + "]) form[action=/console/people/remove]", Map.of());

        assertThat(ben.get("/console").headers().firstValue("Location")).contains("/console/merchants");
        assertThat(ben.page("/console/merchants").text()).contains("You work for nobody here");
    }

    @Test
    void aHoldIsReleasedByWhomItIsFor() {
        shop.shop.goods("LAMP", "Desk lamp", shop.acme);
        shop.shop.place("501", new CustomerFacts("Ada Muster", "ada@customer.example", null, "en"), null, "LAMP×1");
        Staffer finance = shop.as(Role.FINANCE);
        Document theirs = finance.page("/console/exceptions?of=hold");
        assertThat(theirs.select("[data-row]")).as(theirs.text()).isNotEmpty();
        String hold = shop.asOwner()
                .page("/console/exceptions?of=hold")
                .select("input[name=hold]")
                .val();

        assertThat(theirs.select("form[action=/console/holds/release]")).isEmpty();
        assertThat(finance.post(
                                "/console/holds/release",
                                Map.of(
                                        "form-token",
                                        theirs.select("input[name=form-token]").val(),
                                        "hold",
                                        hold))
                        .statusCode())
                .isEqualTo(403);
        Staffer support = shop.as(Role.SUPPORT);
        assertThat(support.send(
                                support.page("/console/exceptions?of=hold"),
                                "form[action=/console/holds/release]",
                                Map.of())
                        .statusCode())
                .isEqualTo(303);
    }
}
