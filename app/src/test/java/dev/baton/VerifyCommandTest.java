package dev.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.MerchantId;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class VerifyCommandTest {

    private static RunningBaton baton;

    private MerchantId merchant;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        baton = RunningBaton.fresh();
    }

    @BeforeEach
    void join() {
        merchant = baton.newMerchant();
        baton.bean(JoinMerchant.class).inviteOwner(merchant, "owner@example.com");
    }

    @AfterAll
    static void close() {
        baton.close();
    }

    @Test
    @Order(1)
    void saysThatASoundDatabaseIsSound() {
        Answer answer = verify();

        assertThat(answer.code()).isZero();
        assertThat(answer.words())
                .contains("Merchant " + merchant)
                .contains("ok     I4", "ok     I5", "ok     I6", "ok     I14")
                .doesNotContain("BREACH");
    }

    @Test
    @Order(2)
    void namesEachBreachAndMendsWhatNeedsNoDecision() throws Exception {
        UUID cup = UUID.randomUUID();
        UUID pot = UUID.randomUUID();
        stock(cup, 10, 3, "null");
        stock(pot, 10, 0, "now()");

        Answer found = verify();
        assertThat(found.code()).isEqualTo(1);
        assertThat(found.words())
                .contains("ok     I4", "BREACH I5", "offer " + cup + " counts 3, its claims 0", "verify --mend")
                .contains(
                        "BREACH I6", "offer " + pot + ": the supplier has 10, promised are 0, and it is marked short");

        Answer mended = verify("--mend");
        assertThat(mended.words()).contains("mended I5  1", "mended I6  1").doesNotContain("BREACH");
        assertThat(verify().words())
                .contains("ok     I5", "ok     I6")
                .doesNotContain(cup.toString())
                .doesNotContain(pot.toString());
    }

    @Test
    @Order(3)
    void namesAMailToACustomerThatTellsOfNothing() throws SQLException {
        UUID mail = UUID.randomUUID();
        UUID order = UUID.randomUUID();
        try (Connection superuser = baton.database().connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.executeUpdate("""
                    insert into customer_message (merchant_id, message_id, sales_order_id, store_id, subject_id, kind,
                                                  state, planned_at, send_after)
                    values ('%s', '%s', '%s', '%s', '%s', 'SHIPPED', 'WITHHELD', now(), now())
                    """.formatted(merchant.value(), mail, order, UUID.randomUUID(), UUID.randomUUID()));
        }

        Answer found = verify();

        assertThat(found.code()).isEqualTo(1);
        assertThat(found.words())
                .contains("BREACH I14", "mail " + mail + " of order " + order + ", SHIPPED: it tells of no event");
    }

    private record Answer(int code, String words) {}

    private Answer verify(String... options) {
        String[] words = new String[options.length + 1];
        words[0] = "verify";
        System.arraycopy(options, 0, words, 1, options.length);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = new VerifyCommand(CommandLine.parse(words, Map.of()), out)
                .verify(baton.database().access(), folder);
        return new Answer(code, said.toString(StandardCharsets.UTF_8));
    }

    private void stock(UUID offer, int observed, int uncovered, String shortSince) throws SQLException {
        try (Connection superuser = baton.database().connectAsSuperuser();
                Statement statement = superuser.createStatement()) {
            statement.executeUpdate("""
                    insert into stock (merchant_id, offer_id, sku_id, supplier_id, observed, buffer, uncovered, left_out,
                                       discontinued, short_since)
                    values ('%s', '%s', '%s', '%s', %d, 0, %d, false, false, %s)
                    """.formatted(
                    merchant.value(), offer, UUID.randomUUID(), UUID.randomUUID(), observed, uncovered, shortSince));
        }
    }
}
