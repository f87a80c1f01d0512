package dev.baton.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MessageKind;
import dev.baton.notifications.WordMessages.Wording;
import dev.baton.notifications.WordMessages.Wording.Worded;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.CustomerQuestionLookup;
import dev.baton.orders.QuestionMailed;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.Audit;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.Subjects;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.testing.TestShop;
import dev.baton.trading.WatchReturnedMail;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A mail to a customer that says anything else than what was meant does not leave. */
class ReadBackMailsTest extends MailedOrders {

    private static final UnaryOperator<String> AS_IT_IS = UnaryOperator.identity();

    /** What is sent beside the words. */
    private List<Letter.Picture> pictures = List.of();

    @Test
    void anotherBrandsPictureIsFoundThoughItHasTheNameOfThisOnes() {
        byte[] ours = TestPicture.png(0x1d4ed8);
        shop.logo(ours);
        Message message = newest(place("k9", "LAMP×1"));

        pictures = List.of(new Letter.Picture(CustomerMail.LOGO, "image/png", ours));
        assertThat(difference(message, AS_IT_IS, AS_IT_IS)).isEmpty();
        pictures = List.of(new Letter.Picture(CustomerMail.LOGO, "image/png", TestPicture.png(0xb91c1c)));
        assertThat(difference(message, AS_IT_IS, AS_IT_IS))
                .contains("the brand's picture reads otherwise than it was meant");
        pictures = List.of();
        assertThat(difference(message, AS_IT_IS, AS_IT_IS))
                .contains("the brand's picture reads otherwise than it was meant");
    }

    @Test
    void eachRenderingSaysWhatWasMeant() {
        SalesOrderId order = shippedInPart();

        for (Message message : messages(order)) {
            assertThat(difference(message, AS_IT_IS, AS_IT_IS))
                    .as(message.kind().name())
                    .isEmpty();
        }
        assertThat(messages(order)).extracting(Message::kind).contains(MessageKind.CONFIRMED, MessageKind.SHIPPED);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                a line is missing     | <tr data-item="r1-1">(?s:.*?)</tr>  |                          | 1 × Title of LAMP\\n  | ''
                a line stands twice   | (<tr data-item="r1-1">(?s:.*?)</tr>)| $1$1                     | (1 × Title of LAMP\\n)| $1  $1
                another quantity      | >1 ×<                               | >2 ×<                    | 1 × Title             | 2 × Title
                the rest is missing   | <tr data-rest="r1-2">(?s:.*?)</tr>  |                          | 1 × Title of BULB\\n  | ''
                another number        | 1Z999AA10123456784                  | 1Z999AA10123456785       | 1Z999AA10123456784    | 1Z999AA10123456785
                a supplier is named   | (<h1)                               | <p>SECRETSUPPLIER</p>$1  | (On its way)          | SECRETSUPPLIER\\n$1
                a cost is named       | (Title of LAMP)                     | $1 7.77                  | (Title of LAMP)       | $1 7.77
                another brand         | blue                                | green                    | blue                  | green
                another link          | href="https://baton.example/o/      | href="https://evil.example/o/ | https://baton.example/o/ | https://evil.example/o/
                """)
    void aFaultInAnyRenderingIsFound(String fault, String of, String by, String textOf, String textBy) {
        Message shipped = newest(shippedInPart());
        String lineEnded = textBy.replace("\\n", "\n");

        Optional<String> page = difference(shipped, html -> html.replaceFirst(of, by == null ? "" : by), AS_IT_IS);
        Optional<String> text =
                difference(shipped, AS_IT_IS, plain -> plain.replaceFirst(textOf.replace("\\n", "\n"), lineEnded));

        assertThat(page).as(fault + " in the page").isPresent();
        assertThat(text).as(fault + " in the text").isPresent();
        assertThat(page.get() + text.get()).doesNotContain("LAMP", "Ada", "1Z", "SECRET");
    }

    @Test
    void aLinkToAnotherOrderIsFoundThoughBothRenderingsAgree() {
        SalesOrderId one = place("k1", "LAMP×1");
        SalesOrderId other = place("k2", "LAMP×1");
        Worded meant = worded(newest(one));
        CustomerMail swapped = with(
                meant.mail(),
                meant.mail().sections(),
                worded(newest(other)).mail().trackUrl());

        assertThat(difference(MessageKind.CONFIRMED, again(meant, swapped), AS_IT_IS, AS_IT_IS, address("k1")))
                .contains("the order a link opens reads otherwise than it was meant");
    }

    @Test
    void aRecipientOrASenderThatIsNotTheOrdersIsFound() {
        Message message = newest(place("k3", "LAMP×1"));

        assertThat(difference(message.kind(), worded(message), AS_IT_IS, AS_IT_IS, "eve@customer.example"))
                .contains("the recipient reads otherwise than it was meant");
        assertThat(difference(message, html -> html.replace("#1d4ed8", "#be123c"), AS_IT_IS))
                .contains("the brand's colour reads otherwise than it was meant");
    }

    @Test
    void aWordingThatDropsALineStopsTheMailAndOpensATask() {
        SalesOrderId order = shop.place(
                "k4", new CustomerFacts("Ada Muster", address("k4"), null, "en"), TestShop.BERLIN, "LAMP×1", "BULB×1");
        Message planned = newest(order);

        sending(new Dropping()).run(road.merchant, List.of(leased(planned)));

        assertThat(raw("k4")).isEmpty();
        assertThat(newest(order).state()).isEqualTo(MessageState.WITHHELD);
        assertThat(newest(order).reason()).contains("an item or its quantity");
        assertThat(road.tasks()).anySatisfy(task -> {
            assertThat(task.kind()).isEqualTo("notifications.differs");
            assertThat(task.subject()).isEqualTo(planned.id().value());
            assertThat(task.detail()).contains("an item or its quantity").doesNotContain("BULB", "customer.example");
        });
        assertThat(openMails()).isZero();

        resend(newest(order));
        road.work();
        assertThat(raw("k4")).hasSize(1);
        assertThat(road.taskKinds()).doesNotContain("notifications.differs");
    }

    @ParameterizedTest
    @MethodSource("hardToWrite")
    void noHonestMailIsKeptBackHoweverItsWordsAreWritten(String words) {
        int number = hardToWrite().toList().indexOf(words);
        String id = "h" + number;
        SalesOrderId order = shop.place(
                id, new CustomerFacts(words, address(id), null, "en"), TestShop.BERLIN, "LAMP|" + words + "×2");
        road.work();
        shop.ship(order, "ups", ONE, 1);
        gathered();

        assertThat(messages(order)).extracting(Message::kind).contains(MessageKind.CONFIRMED, MessageKind.SHIPPED);
        assertThat(messages(order)).extracting(Message::state).containsOnly(MessageState.SENT);
    }

    private static Stream<String> hardToWrite() {
        return Stream.of(
                "Lamp <b>bright</b> & \"warm\" 'white'",
                "a&amp;b &lt;i&gt; &nbsp; &#8203;",
                "zero\u200bwidth soft\u00adhyphen joined\u2060up",
                "right \u202eto left\u202c and \u200fmarked",
                "two  spaces\tand a tab, one\u00a0hard and\u3000one wide",
                "line\nbreak and\r\nanother",
                "👩‍👩‍👧 ☕️ 🇩🇪 e\u0301 ﬁ Å",
                "مصباح 灯 ランプ лампа",
                "]]> --> </td></tr> {{x}} ${x} %s =?UTF-8?Q?x?=",
                "From here\n.\n-- \n- 3 × Lamp",
                "1 × Lamp: 2 × Bulb — 4 × 7",
                "https://example.org/?a=1&b=2#c mailto:x@example.org",
                "x".repeat(240),
                "long words ".repeat(22).strip());
    }

    private SalesOrderId shippedInPart() {
        SalesOrderId order = place("r1", "LAMP×2", "BULB×1");
        shop.ship(order, "ups", ONE, 1);
        gathered();
        return order;
    }

    private Optional<String> difference(Message message, UnaryOperator<String> toPage, UnaryOperator<String> toText) {
        return difference(
                message.kind(), worded(message), toPage, toText, worded(message).address());
    }

    private Optional<String> difference(
            MessageKind kind, Worded meant, UnaryOperator<String> toPage, UnaryOperator<String> toText, String to) {
        CustomerMail mail = meant.mail();
        Letter letter = new Letter(
                mailbox(mail.brand().senderAddress()),
                mail.brand().senderName(),
                MailAddress.read(to).orElseThrow(),
                List.of(),
                mailbox(mail.brand().replyTo()),
                mail.subject(),
                "one@baton.example",
                road.baton.clock().instant(),
                Map.of(),
                toText.apply(mail.plain()),
                toPage.apply(road.baton.bean(Pages.class).render("notifications/mail.jte", mail)),
                pictures,
                List.of());
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .bean(ReadBackMails.class)
                        .difference(road.merchant, kind, meant, LetterWriter.write(letter)));
    }

    private static MailAddress mailbox(@Nullable String written) {
        return MailAddress.read(Objects.requireNonNull(written)).orElseThrow();
    }

    private Worded worded(Message message) {
        return (Worded) road.baton.<Wording>in(
                road.merchant, () -> road.baton.bean(WordMessages.class).word(road.merchant, message));
    }

    private static Worded again(Worded meant, CustomerMail mail) {
        return new Worded(mail, meant.address(), meant.template(), meant.order(), meant.facts());
    }

    private static CustomerMail with(
            CustomerMail mail, List<CustomerMail.Section> sections, @Nullable String trackUrl) {
        return new CustomerMail(
                mail.words(),
                mail.brand(),
                mail.orderName(),
                mail.subject(),
                mail.title(),
                mail.hello(),
                mail.text(),
                sections,
                mail.travels(),
                mail.choices(),
                trackUrl,
                mail.questions());
    }

    /** Forgets the last line of what it words. */
    private final class Dropping extends WordMessages {

        private Dropping() {
            super(
                    bean(Messages.class),
                    bean(ToldLosses.class),
                    bean(CustomerOrderLookup.class),
                    bean(CustomerQuestionLookup.class),
                    bean(BrandLookup.class),
                    bean(SupplierLookup.class),
                    bean(Links.class),
                    bean(PublicUrl.class),
                    bean(Clock.class));
        }

        @Override
        Wording word(MerchantId merchant, Message message) {
            Worded meant = (Worded) super.word(merchant, message);
            List<CustomerMail.Section> shorter = meant.mail().sections().stream()
                    .map(section -> new CustomerMail.Section(
                            section.title(),
                            section.main(),
                            section.goods().subList(0, section.goods().size() - 1)))
                    .toList();
            return again(meant, with(meant.mail(), shorter, meant.mail().trackUrl()));
        }
    }

    private SendMessages sending(WordMessages wording) {
        WriteLetters letters = new WriteLetters(
                wording,
                bean(Messages.class),
                bean(BrandLookup.class),
                bean(Subjects.class),
                bean(Documents.class),
                bean(MailRelay.class),
                bean(ReadBackMails.class),
                bean(Pages.class),
                bean(Clock.class));
        return new SendMessages(
                bean(Tenancy.class),
                bean(Messages.class),
                letters,
                bean(MailRelay.class),
                bean(Work.class),
                bean(MailTasks.class),
                bean(WatchReturnedMail.class),
                bean(QuestionMailed.class),
                bean(Audit.class),
                bean(Clock.class));
    }

    private <T> T bean(Class<T> type) {
        return road.baton.bean(type);
    }

    private LeasedWork leased(Message message) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select id, queue, kind, fence from work where subject_id = :message")
                        .param("message", message.id().value())
                        .query((row, number) -> new LeasedWork(
                                row.getObject("id", UUID.class),
                                road.merchant,
                                row.getString("queue"),
                                row.getString("kind"),
                                message.id().value(),
                                1,
                                row.getLong("fence"),
                                Long.MAX_VALUE))
                        .single());
    }
}
