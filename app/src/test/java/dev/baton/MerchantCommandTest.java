package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.merchants.CreateMerchant;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.MerchantId;
import dev.baton.testing.TestDatabase;
import dev.baton.testing.TestPostgres;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Further merchants of one installation, on a database that has none at first; ShellTest runs it beside a Baton. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MerchantCommandTest {

    private static final TestDatabase DATABASE = TestPostgres.migrated();
    private static final Pattern LINK = Pattern.compile("https://baton\\.example/welcome/(\\S+)");
    private static final MerchantId FIRST = new MerchantId(UUID.fromString("01a213dd-0000-7000-8000-000000000001"));

    @TempDir
    private static Path folder;

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    @Order(1)
    void theFirstMerchantIsLeftToTheFirstStart() {
        assertThat(merchant("list"))
                .isEqualTo("There is no merchant yet. Start ./baton run once; it makes the first.\n");
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> create("Second shop", "ada@example.org"))
                .withMessageContaining("Start ./baton run once");
    }

    @Test
    @Order(2)
    void whoSignsInHereOwnsTheNewMerchantAtOnce() throws Exception {
        started("ada@example.org");

        String said = create("Second shop", "Ada@example.org", "--currency", "usd", "--zone", "America/New_York");

        assertThat(said)
                .contains(" is Second shop, its books in USD, its days in America/New_York.\n")
                .contains(
                        "ada@example.org signs in here already, and owns it from now on: https://baton.example/console\n")
                .contains("./baton key create --merchant " + id(said) + " --name me --scope admin")
                .doesNotContain("/welcome/");
        assertThat(merchant("list")).isEqualTo("""
                        %s  My shop (EUR, UTC), owned by ada@example.org
                        %s  Second shop (USD, America/New_York), owned by ada@example.org
                        """.formatted(FIRST, id(said)));
        try (Connection superuser = DATABASE.connectAsSuperuser();
                Statement statement = superuser.createStatement();
                ResultSet written = statement.executeQuery("select count(*) from audit where act = 'CreateMerchant'"
                        + " and merchant_id = '" + id(said) + "'")) {
            assertThat(written.next()).isTrue();
            assertThat(written.getInt(1)).isEqualTo(1);
        }
    }

    @Test
    @Order(3)
    void whoIsNewGetsALinkAndAnotherOneWhileNobodyOwnsTheMerchant() {
        String said = create("Third shop", "mistyped@example.org");
        String again = create("third shop", "ben@example.org");

        assertThat(said).contains("within 7 days", "is Third shop, its books in EUR, its days in UTC.");
        assertThat(id(again)).isEqualTo(id(said));
        String invited = asked(beans -> beans.getBean(JoinMerchant.class).invited(token(again)));
        assertThat(invited).isEqualTo("ben@example.org");
        assertThat(merchant("list")).contains("ben@example.org (has not opened the link yet)");
    }

    @Test
    @Order(4)
    void aNameIsTakenOnceItsMerchantHasAnOwner() {
        assertThatExceptionOfType(UsageMistake.class)
                .isThrownBy(() -> create("SECOND shop", "ben@example.org"))
                .withMessageContaining("'SECOND shop' is merchant ")
                .withMessageContaining("another --name");
        assertThat(merchant("list").lines()).hasSize(3);
    }

    /** As the first start leaves it once the owner has joined. */
    private static void started(String owner) {
        asked(beans -> {
            beans.getBean(CreateMerchant.class)
                    .create(FIRST, MerchantSettings.cautious("My shop", "EUR", ZoneId.of("UTC")));
            return beans.getBean(JoinMerchant.class).joinAsOwner(FIRST, owner, "a good long password");
        });
    }

    private static <T> T asked(Function<AnnotationConfigApplicationContext, T> question) {
        try (AnnotationConfigApplicationContext beans = ShortCommand.beans(DATABASE.access(), folder)) {
            beans.scan("dev.baton.platform", "dev.baton.merchants");
            beans.refresh();
            return question.apply(beans);
        }
    }

    private static String create(String name, String owner, String... more) {
        String[] words = {
            "create", "--name", name, "--owner-email", owner, "--public-url", "https://baton.example",
        };
        String[] all = new String[words.length + more.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return merchant(all);
    }

    /** What the command says. */
    private static String merchant(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "merchant";
        System.arraycopy(words, 0, all, 1, words.length);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code =
                new MerchantCommand(CommandLine.parse(all, Map.of()), out).act().on(DATABASE.access(), folder);
        assertThat(code).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String id(String said) {
        return said.substring("Merchant ".length()).substring(0, 36);
    }

    private static String token(String said) {
        Matcher link = LINK.matcher(said);
        assertThat(link.find()).as(said).isTrue();
        return link.group(1);
    }
}
