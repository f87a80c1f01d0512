package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.BrandLookup;
import dev.baton.merchants.MerchantLookup;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.links.Links;
import dev.baton.platform.links.PublicUrl;
import dev.baton.platform.mail.Letter;
import dev.baton.platform.mail.LetterWriter;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.mail.MailRelay;
import dev.baton.platform.pages.Pages;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.trading.TestRoad;
import dev.baton.trading.feeds.FeedLookup;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail to a supplier that says anything else than what it is for does not leave. */
class ReadBackLettersTest {

    private static final MailAddress INSTALLATION =
            MailAddress.read("post@baton.example").orElseThrow();

    private final TestRoad road = new TestRoad();
    private final String mailbox = "lager-" + UUID.randomUUID() + "@read.example";
    private final SupplierId supplier = road.mailed("ACME", mailbox, "de");
    private PurchaseOrderView one;
    private PurchaseOrderView two;

    @BeforeEach
    void order() {
        road.goods("LAMP", supplier);
        one = road.purchaseOrder(road.place("1", "LAMP×1"));
        two = road.purchaseOrder(road.place("2", "LAMP×2"));
        road.work();
        road.work();
    }

    @AfterEach
    void close() {
        road.close();
    }

    /** A stock file's question needs a file; it is sent in {@link AskAboutStockTest}. */
    @ParameterizedTest
    @EnumSource(value = Letters.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "STOCK_FILE")
    void saysWhatItIsForAndNothingElse(Letters.Kind kind) {
        assertThat(difference(kind, UnaryOperator.identity())).isEmpty();
        assertThat(difference(kind, text -> text + "\nhttps://evil.example/t/x"))
                .as("a link more")
                .isPresent();
        assertThat(difference(kind, text -> text.substring(text.indexOf('\n') + 1)))
                .as("its first line is missing")
                .isPresent();
        assertThat(differenceTo(kind, MailAddress.read("eve@read.example").orElseThrow()))
                .contains("the recipient reads otherwise than it was meant");
    }

    @Test
    void aLinkThatOpensAnotherPurchaseOrderIsFound() {
        assertThat(difference(Letters.Kind.FRESH_LINK, text -> text.replaceFirst("https://\\S+", link(two))))
                .contains("what its link opens reads otherwise than it was meant");
        assertThat(difference(Letters.Kind.STOCK_CHECK, text -> text.replaceFirst("https://\\S+", link(two))))
                .contains("what its link opens reads otherwise than it was meant");
    }

    @ParameterizedTest
    @EnumSource(value = Letters.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "STOCK_FILE")
    void itsPageSaysWhatItsTextSays(Letters.Kind kind) {
        assertThat(differenceOfPage(kind, html -> html.replace("</h1>", "</h1><p>a word more</p>")))
                .isPresent();
        assertThat(differenceOfPage(
                        kind, html -> html.replaceFirst("</h1>", "</h1><a href=\"https://evil.example\"></a>")))
                .contains("the links of its page reads otherwise than it was meant");
        assertThat(differenceOfPage(kind, html -> html.replaceFirst("<p [^>]*>[^<]+</p>", "")))
                .as("a line less")
                .isPresent();
    }

    @Test
    void aButtonThatOpensAnotherPurchaseOrderIsFound() {
        assertThat(differenceOfPage(
                        Letters.Kind.FRESH_LINK,
                        html -> html.replaceFirst("href=\"[^\"]+\"", "href=\"" + link(two) + "\"")))
                .contains("the links of its page reads otherwise than it was meant");
    }

    @Test
    void aCodeThatOpensNothingIsFound() {
        assertThat(difference(Letters.Kind.CODE, text -> text.replace("123456", "123457")))
                .contains("the code reads otherwise than it was meant");
    }

    @Test
    void aListThatDropsOrRepeatsAPurchaseOrderOrGivesItAnothersLinkIsFound() {
        String line = one.number() + " – ";
        assertThat(difference(Letters.Kind.DIGEST, text -> text.replaceFirst(line + ".*\\n.*\\n", "")))
                .contains("number of purchase orders reads otherwise than it was meant");
        assertThat(difference(Letters.Kind.DIGEST, text -> text.replaceFirst("(" + line + ".*\\n.*\\n)", "$1$1")))
                .contains("purchase order " + one.number() + " or its link reads otherwise than it was meant");
        assertThat(difference(
                        Letters.Kind.DIGEST,
                        text -> text.replaceFirst("(" + line + ".*\\n).*\\n", "$1  " + link(two) + "\n")))
                .contains("purchase order " + one.number() + " or its link reads otherwise than it was meant");
    }

    @Test
    void whatDiffersAgainAndAgainIsStoppedWithATask() {
        Letters.Row row = row(Letters.Kind.FRESH_LINK);
        road.baton.in(road.merchant, () -> {
            bean(Letters.class).insert(road.merchant, row);
            bean(Work.class)
                    .add(
                            road.merchant,
                            List.of(SendLetters.work(row.id(), row.askedAt().plus(Duration.ofHours(1)))));
            return row;
        });
        int before = road.baton.relay().messages().size();

        sending(new Swapping()).run(road.merchant, List.of(leased(row, 1)));
        assertThat(road.taskKinds()).doesNotContain("portal.differs");
        sending(new Swapping()).run(road.merchant, List.of(leased(row, 3)));

        assertThat(road.baton.relay().messages()).hasSize(before);
        assertThat(road.tasks()).anySatisfy(task -> {
            assertThat(task.kind()).isEqualTo("portal.differs");
            assertThat(task.subject()).isEqualTo(supplier.value());
            assertThat(task.detail()).contains("what its link opens");
        });
        assertThat(road.baton.<List<Letters.Row>>in(
                        road.merchant, () -> bean(Letters.class).waiting(road.merchant, List.of(row.id()))))
                .isEmpty();
    }

    private Optional<String> difference(Letters.Kind kind, UnaryOperator<String> fault) {
        return road.baton.in(road.merchant, () -> {
            Letters.Row row = row(kind);
            Letter meant = bean(LetterText.class)
                    .write(road.merchant, row, INSTALLATION)
                    .orElseThrow();
            return read(row, meant, with(meant, meant.to(), fault.apply(meant.text())));
        });
    }

    private Optional<String> differenceOfPage(Letters.Kind kind, UnaryOperator<String> fault) {
        return road.baton.in(road.merchant, () -> {
            Letters.Row row = row(kind);
            Letter meant = bean(LetterText.class)
                    .write(road.merchant, row, INSTALLATION)
                    .orElseThrow();
            String html = Objects.requireNonNull(meant.html());
            assertThat(fault.apply(html)).isNotEqualTo(html);
            return read(row, meant, with(meant, meant.to(), meant.text(), fault.apply(html)));
        });
    }

    private Optional<String> differenceTo(Letters.Kind kind, MailAddress other) {
        return road.baton.in(road.merchant, () -> {
            Letters.Row row = row(kind);
            Letter meant = bean(LetterText.class)
                    .write(road.merchant, row, INSTALLATION)
                    .orElseThrow();
            return read(row, meant, with(meant, other, meant.text()));
        });
    }

    private Optional<String> read(Letters.Row row, Letter meant, Letter written) {
        return bean(ReadBackLetters.class).difference(road.merchant, row, meant, LetterWriter.write(written));
    }

    private static Letter with(Letter letter, MailAddress to, String text) {
        return with(letter, to, text, letter.html());
    }

    private static Letter with(Letter letter, MailAddress to, String text, @Nullable String html) {
        return new Letter(
                letter.from(),
                letter.fromName(),
                to,
                letter.cc(),
                letter.replyTo(),
                letter.subject(),
                letter.messageId(),
                letter.date(),
                letter.headers(),
                text,
                html,
                letter.pictures(),
                letter.attachments());
    }

    private Letters.Row row(Letters.Kind kind) {
        UUID id = UUID.randomUUID();
        Instant now = road.baton.clock().instant();
        byte @Nullable [] code = kind == Letters.Kind.CODE
                ? road.baton.<byte[]>in(
                        road.merchant,
                        () -> bean(MerchantKeys.class)
                                .of(road.merchant)
                                .seal("123456".getBytes(StandardCharsets.US_ASCII), MerchantKeys.bytes(id)))
                : null;
        return new Letters.Row(id, kind, supplier, one.id(), code, null, now, now.plus(Duration.ofDays(1)));
    }

    private String link(PurchaseOrderView of) {
        return "https://baton.example"
                + road.baton.<String>in(
                        road.merchant,
                        () -> bean(PurchaseOrderLinks.class)
                                .make(road.merchant, of.id(), PurchaseOrderLinks.ALL)
                                .path());
    }

    /** Writes the link of another purchase order. */
    private final class Swapping extends LetterText {

        private Swapping() {
            super(
                    bean(SupplierLookup.class),
                    bean(PurchaseOrderLookup.class),
                    bean(PurchaseOrderLinks.class),
                    bean(Links.class),
                    bean(FeedLookup.class),
                    bean(PublicUrl.class),
                    bean(MerchantLookup.class),
                    bean(BrandLookup.class),
                    bean(MerchantKeys.class),
                    bean(Digest.class),
                    bean(Pages.class));
        }

        @Override
        Optional<Letter> write(MerchantId merchant, Letters.Row row, MailAddress installation) {
            return super.write(merchant, row, installation)
                    .map(letter -> with(letter, letter.to(), letter.text().replaceFirst("https://\\S+", link(two))));
        }
    }

    private SendLetters sending(LetterText texts) {
        return new SendLetters(
                bean(Tenancy.class),
                bean(Letters.class),
                texts,
                bean(ReadBackLetters.class),
                bean(MailRelay.class),
                bean(Work.class),
                bean(Tasks.class),
                bean(Clock.class));
    }

    private <T> T bean(Class<T> type) {
        return road.baton.bean(type);
    }

    private LeasedWork leased(Letters.Row letter, int attempt) {
        return road.baton.in(
                road.merchant,
                () -> road.baton
                        .jdbc()
                        .sql("select id, queue, kind, fence from work where subject_id = :letter")
                        .param("letter", letter.id())
                        .query((row, number) -> new LeasedWork(
                                row.getObject("id", UUID.class),
                                road.merchant,
                                row.getString("queue"),
                                row.getString("kind"),
                                letter.id(),
                                attempt,
                                row.getLong("fence"),
                                Long.MAX_VALUE))
                        .single());
    }
}
