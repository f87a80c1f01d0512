package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.RunningBaton;
import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.MerchantId;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tenancy;
import dev.baton.world.DemoSettings;
import dev.baton.world.demo.Stage;
import dev.baton.world.http.MiniServer;
import dev.baton.world.http.Reply;
import dev.baton.world.mail.MailHouse;
import dev.baton.world.page.WorldPage;
import dev.baton.world.story.Playbook;
import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a demo offers to try, on a small demo: each of the five does what it says, and Baton notices. */
class TryThisTest {

    private static final double RATE = 240;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String OWNER = "owner-of-the-demo@example.org";
    private static final String[] ALL = {"read", "orders", "catalog", "stock", "suppliers", "admin"};

    private static final Pattern LOST = Pattern.compile("Parcel ([A-Za-z0-9]+) cannot be found");
    private static final AtomicReference<WorldPage> WORLD = new AtomicReference<>();

    private static MailHouse mail;
    private static MiniServer page;
    private static RunningBaton baton;
    private static Stage stage;
    private static MerchantId merchant;

    @BeforeAll
    static void play() {
        Instant origin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        mail = MailHouse.open();
        page = MiniServer.start(0, request -> {
            WorldPage world = WORLD.get();
            return world == null ? Reply.text(503, "Not open yet.") : world.handle(request);
        });
        System.setProperty("baton.playground", page.url().toString().replaceAll("/$", ""));
        try {
            baton = RunningBaton.atRate(origin, RATE, mail);
        } finally {
            System.clearProperty("baton.playground");
        }
        merchant = baton.newMerchant();
        baton.bean(JoinMerchant.class).joinAsOwner(merchant, OWNER, ConsoleShop.PASSWORD);
        stage = new Stage(
                new DemoSettings(
                        baton.baseUrl(),
                        baton.key(merchant, ALL),
                        Playbook.fewest(),
                        7,
                        false,
                        RATE,
                        origin,
                        null,
                        Duration.ofSeconds(40),
                        Duration.ofSeconds(170),
                        60,
                        Duration.ofSeconds(20),
                        0),
                mail);
        stage.open();
        WORLD.set(new WorldPage(stage));
        stage.play();
    }

    @AfterAll
    static void close() throws Exception {
        for (AutoCloseable each : new AutoCloseable[] {stage, page, baton, mail}) {
            if (each != null) {
                each.close();
            }
        }
    }

    private Staffer ada;
    private Staffer player;

    @BeforeEach
    void signIn() {
        ada = new Staffer(baton.baseUrl()).signIn(OWNER, ConsoleShop.PASSWORD);
        player = new Staffer(page.url());
    }

    @Test
    void todayOffersFiveThingsAndEachIsThere() {
        Document today = ada.page("/console");
        List<String> tries = today.select("[data-try] a").eachAttr("href");

        assertThat(tries).hasSize(5);
        assertThat(today.text()).contains("Demo: a minute here takes");
        assertThat(ada.get(tries.getFirst()).statusCode()).isEqualTo(200);
        Document world = player.page("/try");
        for (String leads : tries.subList(1, tries.size())) {
            assertThat(leads).startsWith(page.url().toString().replaceAll("/$", ""));
            String part = URI.create(leads).getFragment();
            assertThat(part == null ? leads.endsWith("/try/accept") : world.getElementById(part) != null)
                    .as(leads)
                    .isTrue();
        }
        assertThat(player.post("/try/nothing/acme", Map.of()).statusCode()).isEqualTo(404);
        assertThat(player.post("/try/silence/nobody", Map.of()).statusCode()).isEqualTo(404);
    }

    @Test
    void aHoldIsSolved() {
        await().atMost(PATIENCE)
                .until(() -> !ada.page("/console/exceptions?of=hold")
                        .select("[data-row]")
                        .isEmpty());
        String path = ada.page("/console/exceptions").select("[data-row] [data-open]").eachAttr("href").stream()
                // the demo goes on: one that ended since it was listed leads away
                .filter(each -> ada.get(each).body().contains("action=\"/console/holds/release\""))
                .findFirst()
                .orElseThrow();

        HttpResponse<String> answer = ada.send(ada.page(path), "form[action=/console/holds/release]", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(ada.get(path).statusCode()).as("it is no exception any more").isEqualTo(303);
    }

    @Test
    void aPurchaseOrderIsAcceptedAsItsSupplierDoes() {
        String path = await().atMost(PATIENCE).until(this::acceptable, Objects::nonNull);
        Staffer phone = new Staffer(baton.baseUrl());
        Document order = phone.page(Objects.requireNonNull(path));
        Element form = Objects.requireNonNull(order.selectFirst("form:has(button:contains(Accept))"), order.text());

        HttpResponse<String> taken = phone.post(form.attr("action"), hidden(form));

        assertThat(taken.statusCode()).as(taken.body()).isIn(200, 303);
    }

    private static Map<String, String> hidden(Element form) {
        Map<String, String> fields = new java.util.HashMap<>();
        form.select("input[name], button[name]").forEach(each -> fields.put(each.attr("name"), each.val()));
        return fields;
    }

    /** The path of the newest purchase order by mail, when its supplier has not answered it; else null. */
    private @Nullable String acceptable() {
        String link = player.get("/try/accept").headers().firstValue("Location").orElse("");
        String path = link.isEmpty() ? "" : URI.create(link).getPath();
        return !path.isEmpty()
                        && new Staffer(baton.baseUrl())
                                .page(path)
                                .select("form")
                                .text()
                                .contains("Accept")
                ? path
                : null;
    }

    @Test
    void aSilencedSupplierAnswersNothing() {
        String code = "acme";
        Document world = player.page("/try");
        assertThat(says(world, "/try/silence/" + code)).isEqualTo("Silence");
        player.post("/try/silence/" + code, Map.of());
        Instant since = baton.bean(Clock.class).instant().plus(Duration.ofMinutes(30));
        assertThat(says(player.page("/try"), "/try/silence/" + code)).isEqualTo("Let it speak");

        await().atMost(PATIENCE).until(() -> asked(code, since, false) > 0);
        assertThat(asked(code, since, true)).as("answers since").isZero();

        player.post("/try/silence/" + code, Map.of());
        assertThat(says(player.page("/try"), "/try/silence/" + code)).isEqualTo("Silence");
    }

    private static String says(Document world, String action) {
        return world.select("form[action=" + action + "] button").text();
    }

    /** Purchase orders sent to it since then, an hour ago at least; answered ones, or all. */
    private static long asked(String supplier, Instant since, boolean answered) {
        return baton.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> baton.bean(JdbcClient.class)
                                .sql("""
                                        select count(*) from purchase_order p
                                        join supplier s on s.merchant_id = p.merchant_id and s.supplier_id = p.supplier_id
                                        where p.merchant_id = :merchant and s.code = :code and p.sent_at > :since
                                          and p.sent_at < :until and (p.answered_at is not null or not :answered)
                                        """)
                                .param("merchant", merchant.value())
                                .param("code", supplier)
                                .param("since", Timestamp.from(since))
                                .param(
                                        "until",
                                        Timestamp.from(baton.bean(Clock.class)
                                                .instant()
                                                .minus(Duration.ofHours(1))))
                                .param("answered", answered)
                                .query(Long.class)
                                .single());
    }

    @Test
    void aFeedOfNothingButZerosIsSetAside() {
        String zero = player.page("/try").select("form[action^=/try/zero/]").eachAttr("action").stream()
                .filter(each -> each.endsWith("quartz"))
                .findFirst()
                .orElseThrow();
        String name = says(player.page("/try"), zero).isEmpty()
                ? ""
                : player.page("/try")
                        .select("form[action=" + zero + "] p")
                        .text()
                        .replace("Zero ", "");

        player.post(zero, Map.of());

        await().atMost(PATIENCE)
                .until(() ->
                        ada.page("/console/exceptions?kind=inventory.feed-quarantined").select("[data-row]").stream()
                                .map(Element::text)
                                .anyMatch(row -> row.contains(name) && row.contains("are 0")));
    }

    @Test
    void aLostParcelIsAnException() {
        String[] lost = {""};
        await().atMost(PATIENCE).until(() -> {
            Matcher said = LOST.matcher(player.post("/try/lose", Map.of()).body());
            lost[0] = said.find() ? said.group(1) : "";
            return !lost[0].isEmpty();
        });

        await().atMost(PATIENCE)
                .until(() -> ada.page("/console/parcels?state=exception").text().contains(lost[0]));
        await().atMost(PATIENCE).until(() -> open("tracking.exception") > 0);
    }

    private static long open(String kind) {
        return baton.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> baton.bean(TaskBoard.class).counts(merchant).getOrDefault(kind, 0L));
    }
}
