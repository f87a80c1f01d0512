package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.TestPublicUrl;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.mail.MailWaits;
import dev.baton.platform.mail.TestRelay;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.portal.PortalShop.Reply;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.feeds.FeedLookup;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way in without a link: a code to the contact on file. */
class SupplierDoorTest {

    private static final Pattern DIGITS = Pattern.compile("(?m)^([0-9]{6})\\s*$");

    private static final Pattern LINK = Pattern.compile("https://baton.example(/t/[A-Za-z0-9._-]+)");

    private String publicUrl = "https://baton.example";
    private final PortalShop shop = new PortalShop("en");
    private final String door = "/suppliers/" + shop.merchant.value().toString().replace("-", "");
    private final GreenMail mailbox = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void open() {
        mailbox.start();
        shop.goods("LAMP", "Desk lamp", true);
    }

    @AfterEach
    void close() {
        mailbox.stop();
    }

    @Test
    void aCodeOpensAllOpenOrdersOfThatSupplierOnly() throws Exception {
        PurchaseOrderView open = shop.sent("1", "LAMP×2");
        PurchaseOrderView ofAnother = ofBolt();
        Reply asked = ask(PortalShop.CONTACT);
        String code = mailedCode();

        Reply inside = shop.submit(asked, "open", Map.of("code", code.substring(0, 3) + " " + code.substring(3)));

        assertThat(inside.status()).isEqualTo(303);
        assertThat(inside.header("Set-Cookie")).contains("HttpOnly", "SameSite=Lax", "Path=" + door);
        Reply list = shop.get(door, Map.of("Cookie", cookie(inside)));
        assertThat(list.page().select("[data-order]").eachAttr("data-order")).containsExactly(open.number());
        assertThat(list.text()).contains("2 × Desk lamp").doesNotContain(ofAnother.number());
        assertThat(shop.get(list.page().select("[data-order]").attr("href")).text())
                .contains("Purchase order " + open.number());

        assertThat(shop.submit(asked, "open", Map.of("code", code)).status())
                .as("a code opens once")
                .isEqualTo(422);
        assertThat(shop.get(door, Map.of("Cookie", "baton_supplier=forged"))
                        .page()
                        .getElementById("code"))
                .isNotNull();
    }

    @Test
    void answersUnknownAddressesAlike() {
        String known = ask(PortalShop.CONTACT).text().replace(PortalShop.CONTACT, "…");
        String unknown = ask("nobody@nowhere.example").text().replace("nobody@nowhere.example", "…");

        assertThat(unknown).isEqualTo(known);
        assertThat(letters()).hasSize(1);
    }

    @Test
    void fiveTriesThenNoneIsRight() throws Exception {
        Reply asked = ask(PortalShop.CONTACT);
        String code = mailedCode();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < Codes.TRIES; i++) {
            assertThat(shop.submit(asked, "open", Map.of("code", wrong)).status())
                    .isEqualTo(422);
        }

        assertThat(shop.submit(asked, "open", Map.of("code", code)).status()).isEqualTo(422);
    }

    @Test
    void aCodeIsGoodForTenMinutesAndOneIsLiveAtATime() throws Exception {
        Reply asked = ask(PortalShop.CONTACT);
        String first = mailedCode();
        ask(PortalShop.CONTACT);
        assertThat(letters()).as("within a minute no second mail").hasSize(0);
        shop.baton.clock().advance(Duration.ofMinutes(2));
        ask(PortalShop.CONTACT);
        String second = mailedCode();
        if (!first.equals(second)) {
            assertThat(shop.submit(asked, "open", Map.of("code", first)).status())
                    .isEqualTo(422);
        }

        shop.baton.clock().advance(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(shop.submit(asked, "open", Map.of("code", second)).status()).isEqualTo(422);
    }

    @Test
    void aSessionEnds() throws Exception {
        Reply asked = ask(PortalShop.CONTACT);
        String cookie = cookie(shop.submit(asked, "open", Map.of("code", mailedCode())));
        assertThat(shop.get(door, Map.of("Cookie", cookie)).text()).contains("Nothing is open");

        shop.baton.clock().advance(Sessions.LIFE.plusSeconds(1));

        assertThat(shop.get(door, Map.of("Cookie", cookie)).page().getElementById("code"))
                .isNotNull();
    }

    @Test
    void keepsNoCodeInTheClear() {
        ask(PortalShop.CONTACT);

        assertThat(shop.in(() -> shop.baton
                        .bean(JdbcClient.class)
                        .sql("select octet_length(code) = 32 and tries = 0 from portal_code")
                        .query(Boolean.class)
                        .single()))
                .isTrue();
    }

    @Test
    void aFreshLinkIsMailedToTheContactAndOpensTheOrder() throws Exception {
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        shop.post(shop.link(order) + "/fresh", Map.of(), Map.of());

        MimeMessage mail = send(TestRelay.at(mailbox.getSmtp().getPort())).getFirst();

        assertThat(mail.getAllRecipients()[0]).hasToString(PortalShop.CONTACT);
        assertThat(mail.getSubject()).contains(order.number());
        Matcher link = LINK.matcher(GreenMailUtil.getBody(mail).replace("=\r\n", ""));
        assertThat(link.find()).as(GreenMailUtil.getBody(mail)).isTrue();
        assertThat(shop.get(link.group(1)).text()).contains("Purchase order " + order.number());
    }

    @Test
    void noPublicAddressNoLinkLeaves() {
        publicUrl = "";
        PurchaseOrderView order = shop.sent("1", "LAMP×2");
        shop.post(shop.link(order) + "/fresh", Map.of(), Map.of());

        assertThat(send(TestRelay.at(mailbox.getSmtp().getPort()))).isEmpty();
        assertThat(states()).containsExactly("FAILED");
        assertThat(shop.taskKinds()).contains(SendLetters.UNSENDABLE);
    }

    @Test
    void waitsBehindOneTaskWhereThereIsNoRelay() {
        ask(PortalShop.CONTACT);

        send(TestRelay.none());

        assertThat(shop.taskKinds()).contains(MailWaits.KIND);
        assertThat(states()).containsExactly("WAITING");
    }

    @Test
    void refusesAFormOfAnotherSiteAndMerchantsNobodyKnows() {
        assertThat(shop.post(door + "/code", Map.of("email", "a@b.example"), Map.of("Origin", "https://evil.example"))
                        .status())
                .isEqualTo(403);
        assertThat(shop.get("/suppliers/" + "0".repeat(32)).status()).isEqualTo(404);
        assertThat(shop.get("/suppliers/nobody").status()).isEqualTo(404);
        assertThat(shop.post(door + "/code", Map.of(), Map.of()).status()).isEqualTo(422);
    }

    private PurchaseOrderView ofBolt() {
        PurchaseOrderView first = shop.sent("2", "LAMP×1");
        shop.submit(
                shop.get(shop.link(first)),
                "answer",
                Map.of("line.1.reject", "1", "line.1.reason", "cannot_ship_there"));
        return shop.begin(shop.next(first));
    }

    private Reply ask(String address) {
        Reply reply = shop.submit(shop.get(door), "code", Map.of("email", address));
        assertThat(reply.status()).isEqualTo(200);
        return reply;
    }

    private static String cookie(Reply reply) {
        return reply.header("Set-Cookie").replaceAll(";.*", "");
    }

    private String mailedCode() throws Exception {
        List<MimeMessage> mails = send(TestRelay.at(mailbox.getSmtp().getPort()));
        assertThat(mails).hasSize(1);
        MimeMessage mail = mails.getFirst();
        assertThat(mail.getAllRecipients())
                .hasSize(1)
                .allSatisfy(to -> assertThat(to.toString()).isEqualTo(PortalShop.CONTACT));
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID())
                .as("names its merchant")
                .startsWith("<letter-")
                .contains("." + shop.merchant.hex() + "@");
        Matcher digits = DIGITS.matcher(GreenMailUtil.getBody(mail));
        assertThat(digits.find()).as(GreenMailUtil.getBody(mail)).isTrue();
        assertThat(states()).containsOnly("SENT");
        return digits.group(1);
    }

    private LetterText texts() {
        return new LetterText(
                shop.baton.bean(SupplierLookup.class),
                shop.baton.bean(PurchaseOrderLookup.class),
                shop.baton.bean(PurchaseOrderLinks.class),
                shop.baton.bean(Links.class),
                shop.baton.bean(FeedLookup.class),
                TestPublicUrl.at(publicUrl),
                shop.baton.bean(MerchantLookup.class),
                shop.baton.bean(BrandLookup.class),
                shop.baton.bean(MerchantKeys.class),
                shop.baton.bean(Digest.class),
                shop.baton.bean(Pages.class));
    }

    /** Does the work of what waits by this relay, as its worker would; answers what arrived. */
    private List<MimeMessage> send(MailRelay relay) {
        int before = mailbox.getReceivedMessages().length;
        SendLetters sending = new SendLetters(
                shop.baton.bean(Tenancy.class),
                shop.baton.bean(Letters.class),
                texts(),
                new ReadBackLetters(
                        shop.baton.bean(SupplierLookup.class),
                        shop.baton.bean(PurchaseOrderLookup.class),
                        shop.baton.bean(MerchantLookup.class),
                        shop.baton.bean(MerchantKeys.class),
                        shop.baton.bean(Links.class),
                        TestPublicUrl.at(publicUrl)),
                relay,
                shop.baton.bean(Work.class),
                shop.baton.bean(Tasks.class),
                shop.baton.bean(Clock.class));
        sending.run(shop.merchant, letters().stream().map(this::leased).toList());
        return List.of(mailbox.getReceivedMessages()).subList(before, mailbox.getReceivedMessages().length);
    }

    /** As claimed after the worker of the running Baton, which has no relay, has put it off. */
    private LeasedWork leased(UUID letter) {
        await().atMost(Duration.ofSeconds(20)).until(() -> fence(letter).isPresent());
        return fence(letter).orElseThrow();
    }

    private Optional<LeasedWork> fence(UUID letter) {
        return shop.in(() -> shop.baton
                .bean(JdbcClient.class)
                .sql(
                        "select id, queue, kind, fence from work where subject_id = :letter and reason like 'no mail relay%'")
                .param("letter", letter)
                .query((row, number) -> new LeasedWork(
                        row.getObject("id", UUID.class),
                        shop.merchant,
                        row.getString("queue"),
                        row.getString("kind"),
                        letter,
                        1,
                        row.getLong("fence"),
                        Long.MAX_VALUE))
                .optional());
    }

    private List<UUID> letters() {
        return shop.in(() -> shop.baton
                .bean(JdbcClient.class)
                .sql("select letter_id from portal_letter where state = 'WAITING'")
                .query(UUID.class)
                .list());
    }

    private List<String> states() {
        return shop.in(() -> shop.baton
                .bean(JdbcClient.class)
                .sql("select state from portal_letter")
                .query(String.class)
                .list());
    }
}
