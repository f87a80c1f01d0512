package dev.baton.invariants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.world.ledger.Fact;
import dev.baton.world.oracle.BatonPicture;
import dev.baton.world.story.Plot;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The real program is killed once at every crash point while a living world plays against it; afterwards nothing is
 * lost, doubled or asleep.
 */
@Timeout(600)
@Tag("alone")
class CrashPointsTest {

    /** What a person in the console does to many orders is killed in BulkKilledTest. */
    private static final Set<String> ELSEWHERE = Set.of("console.bulk-page");

    private static final Set<String> POINTS = CrashPoints.ofTheSources().stream()
            .filter(point -> !ELSEWHERE.contains(point))
            .collect(Collectors.toUnmodifiableSet());

    private static final int LOOKS = 30;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    @TempDir
    static Path folder;

    private static @Nullable CrashRun run;
    private static @Nullable Connection database;

    @BeforeAll
    static void killItEverywhere() throws Exception {
        assumeTrue(
                System.getenv("BATON_TEST_DATABASE_URL") == null,
                "kills the program together with the PostgreSQL in its box; another server has nothing to add");
        CrashRun opened = CrashRun.open(folder);
        run = opened;
        opened.play(POINTS);
        database = new DatabaseInside(folder).connect();
    }

    @AfterAll
    static void stop() throws Exception {
        if (database != null) {
            database.close();
        }
        if (run != null) {
            run.close();
        }
    }

    @Test
    void everyPointHasEndedOneLife() {
        assertThat(run().halts()).containsExactlyInAnyOrderElementsOf(POINTS);
    }

    @Test
    void theWorldSeesNoDifference() {
        assertThat(run().differences())
                .as(() -> "what the world wrote down of them:\n" + run().histories())
                .isEmpty();
    }

    @Test
    void everythingIsDoneDeliveredAndHeldAsItsScriptHasIt() {
        BatonPicture picture = run().picture();
        long expectedParked = run().stage().playbook().scripts().values().stream()
                .filter(script -> script.plot() == Plot.PARKED)
                .count();

        assertThat(picture.openWork()).isZero();
        assertThat(run().figures().counted()).containsEntry("undelivered", 0);
        assertThat(run().figures().held()).isEqualTo(run().figures().expectedHeld());
        assertThat(picture.parked()).hasSize((int) expectedParked);
    }

    @Test
    void theRunHadEnoughOfEverything() {
        assertThat(run().figures().required().values()).doesNotContain(0);
        assertThat(ledger().repeats()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"I1", "I2", "I3", "I4", "I5", "I6", "I7", "I9", "I13", "I14", "I16", "I18", "I22"})
    void theDatabaseHoldsTheInvariant(String invariant) throws Exception {
        List<String> breaches = new DatabaseInvariants(database()).breaches(invariant);
        // the last life still works: a lease of its own is soon given back, one of a dead life's stays for minutes
        for (int look = 0; invariant.equals("I22") && look < LOOKS && !breaches.isEmpty(); look++) {
            Thread.sleep(LOOK_EVERY);
            breaches = new DatabaseInvariants(database()).breaches(invariant);
        }
        assertThat(breaches).isEmpty();
    }

    /** Each question is shown to find what it asks for: something is broken, asked about, and put back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I1  | order without a sales order        | update store_order set sales_order_id = null
            I2  | purchase order took an illegal     | update audit set from_state = 'CANCELLED' where act = 'BeginSending'
            I2  | sales order took an illegal        | update audit set from_state = 'delivered' where act = 'SendAllocations'
            I2  | where the one before had not ended | update audit set from_state = 'CANCELLED' where act = 'BeginSending'
            I3  | a message nobody reads             | update inbox set state = 'RECEIVED', settled_at = null
            I4  | moves do not explain               | update order_line set delivered = delivered - 1, shipped = shipped + 1 where delivered > 0
            I5  | uncovered units are not its claims | update stock set uncovered = uncovered + 1
            I6  | short of units without saying so   | update stock set short_since = observed_at
            I6  | made while the offer was short     | update stock set short_since = '2000-01-01Z'
            I7  | purchase order too many or too few | delete from purchase_order_line where line = 1
            I9  | without a question to the supplier | update allocation set cancel_asked = 1 where stage = 'sent'
            I13 | told to its store too often        | delete from store_fulfilment
            I14 | was handed over again              | update customer_message set attempts = attempts + 9 where state = 'SENT'
            I16 | a parcel nobody tracks             | delete from tracked_package
            I18 | a figure older                     | update stock set observed_at = '2000-01-01Z'
            I22 | work a dead process keeps          | update work set kind = 'some.work', lease_until = clock_timestamp() + interval '1 hour'
            """)
    void theQuestionFindsWhatIsBroken(String invariant, String question, String breaking) throws Exception {
        try (Connection connection = new DatabaseInside(folder).connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            assertThat(statement.executeUpdate(breaking)).isPositive();

            assertThat(new DatabaseInvariants(connection).breaches(invariant))
                    .anySatisfy(breach -> assertThat(breach).contains(question));

            connection.rollback();
        }
    }

    @Test
    void everyOrderAnswered2xxExistsExactlyOnce() throws Exception {
        assertThat(ledger().answeredOrdersThatAreNotThereOnce(database())).isEmpty();
        assertThat(run().stage().ledger().facts(Fact.OrderPosted.class)).isNotEmpty();
    }

    /** I24: every answer of every door was 503, and what customers ordered meanwhile is there once. */
    @Test
    void noDoorSaysYesWhileTheDatabaseIsGoneAndNothingIsLost() throws Exception {
        // 0: a store whose machine is slow hung up after its five seconds, and sends again
        assertThat(run().outage().answers())
                .contains("a webhook: 503")
                .allMatch(answer -> answer.endsWith(": 503") || answer.equals("a webhook: 0"));
        assertThat(run().outage().orders()).isNotEmpty();
        assertThat(run().picture().orders())
                .containsKeys(run().outage().orders().toArray(String[]::new));
        assertThat(ledger().answeredOrdersThatAreNotThereOnce(database())).isEmpty();
    }

    /** I2: what no table keeps was watched while it happened. */
    @Test
    void everyQuestionAndEveryTransmissionTookLegalStepsOnly() throws Exception {
        assertThat(watch().illegalSteps()).isEmpty();
        assertThat(watch().steps())
                .contains(
                        "cancellation OPEN AGREED",
                        "cancellation OPEN REFUSED",
                        "amendment ASKED AGREED",
                        "amendment ASKED REFUSED",
                        "transmission SENDING SENT",
                        "transmission REFUSED SENDING");
    }

    /** I6: at the moment of each claim. */
    @Test
    void nothingWasClaimedOfWhatWasNotThere() throws Exception {
        assertThat(watch().claims()).isPositive();
        assertThat(watch().claimsOfTooMuch()).isEmpty();
    }

    @Test
    void everyRepeatToASupplierCarriesTheSameNumberVersionAndBytes() {
        assertThat(ledger().numbersThatSayDifferentThings()).isEmpty();
    }

    @Test
    void nothingIsSentAfterItWasTakenBack() throws Exception {
        assertThat(ledger().withdrawnButTaken(database())).isEmpty();
    }

    @Test
    void aShipmentReachesTheStoreOnce() {
        assertThat(ledger().fulfilmentsEnteredTwice()).isEmpty();
    }

    /** An order was never asked of a supplier whose own figure said that it had none left. */
    @Test
    void nothingIsPromisedThatIsNotThere() {
        assertThat(run().stage().ledger().facts(Fact.Oversold.class)).isEmpty();
    }

    private static CrashRun run() {
        CrashRun opened = run;
        if (opened == null) {
            throw new IllegalStateException("it was not opened");
        }
        return opened;
    }

    private static Connection database() {
        Connection connection = database;
        if (connection == null) {
            throw new IllegalStateException("it was not connected");
        }
        return connection;
    }

    private static StepWatch watch() {
        return new StepWatch(database());
    }

    private static LedgerInvariants ledger() {
        return new LedgerInvariants(run().stage().ledger());
    }
}
