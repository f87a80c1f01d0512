package dev.baton;

import dev.baton.merchants.CreateMerchant;
import dev.baton.merchants.Keys;
import dev.baton.merchants.MerchantSettings;
import dev.baton.platform.BusinessClock;
import dev.baton.platform.MasterKey;
import dev.baton.platform.MerchantId;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.testing.MerchantsRetire;
import dev.baton.testing.TestClock;
import dev.baton.testing.TestDatabase;
import dev.baton.testing.TestPostgres;
import dev.baton.world.mail.MailHouse;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole of Baton in this JVM, answering HTTP on a free port, on a database and a clock of the tests. */
public final class RunningBaton implements AutoCloseable {

    /** Takes every mail of {@link #mailing}. */
    public static final ScriptedRelay RELAY = new ScriptedRelay();

    private static @Nullable RunningBaton shared;
    private static @Nullable RunningBaton mailing;

    private final TestDatabase database;
    private final Clock clock;
    private final ConfigurableApplicationContext context;

    private RunningBaton(RunSettings.ClockChoice choice, Clock clock, MailSettings mail, String proxies) {
        this(TestPostgres.migrated(), choice, clock, mail, mail.smtpUrl().map(_ -> "https://baton.example"), proxies);
    }

    private RunningBaton(
            TestDatabase database,
            RunSettings.ClockChoice choice,
            Clock clock,
            MailSettings mail,
            Optional<String> publicUrl,
            String proxies) {
        this.database = database;
        this.clock = clock;
        RunSettings settings = new RunSettings(
                Path.of("none"),
                RunSettings.Mode.DEMO,
                0,
                "127.0.0.1",
                publicUrl,
                Optional.empty(),
                choice,
                true,
                Optional.empty(),
                Optional.empty(),
                mail,
                new PageSettings(proxies, PageSettings.DEFAULT.keepDays()));
        this.context = Startup.application(
                        settings,
                        new Startup.Foundations(() -> clock, database::access, () -> new MasterKey(new byte[32])))
                .run();
    }

    /** One of its own, to be broken and closed. */
    public static RunningBaton fresh() {
        return new RunningBaton(new RunSettings.ClockChoice(1, Instant.EPOCH), new TestClock(), MailSettings.NONE, "");
    }

    /** The same once more, stopped and started with a mail relay and a public name or none; this one is over then. */
    public RunningBaton startedAgain(ScriptedRelay relay, @Nullable String publicUrl) {
        context.close();
        return new RunningBaton(
                database,
                new RunSettings.ClockChoice(1, Instant.EPOCH),
                clock,
                mail(relay),
                Optional.ofNullable(publicUrl),
                "");
    }

    private static MailSettings mail(ScriptedRelay relay) {
        return new MailSettings(
                Optional.of("smtp://127.0.0.1:" + relay.port() + "?starttls=off"),
                Optional.of("post@baton.example"),
                Optional.empty());
    }

    /** One of its own behind proxies it trusts, in these ranges. */
    public static RunningBaton behind(String proxies) {
        return new RunningBaton(
                new RunSettings.ClockChoice(1, Instant.EPOCH), new TestClock(), MailSettings.NONE, proxies);
    }

    /** One of its own whose business time runs at a rate from the origin on, as the demo's does, with the world's mail. */
    public static RunningBaton atRate(Instant origin, double rate, MailHouse mail) {
        return new RunningBaton(
                new RunSettings.ClockChoice(rate, origin), BusinessClock.atRate(origin, rate), mail(mail), "");
    }

    /** Past whoever spoils mail; in clear, for this Java does not trust the world's own certificate. */
    private static MailSettings mail(MailHouse house) {
        return new MailSettings(
                Optional.of(house.smtpUrl(true) + "?starttls=off"),
                Optional.of("baton@mail.example"),
                Optional.of(house.bouncesUrl().toString()));
    }

    /** Another of this JVM, whose mail leaves by {@link #RELAY} and whose links lead to {@code https://baton.example}. */
    public static synchronized RunningBaton mailing() {
        RunningBaton running = mailing;
        if (running == null) {
            running = new RunningBaton(new RunSettings.ClockChoice(1, Instant.EPOCH), new TestClock(), mail(RELAY), "");
            MerchantsRetire.goesOnInTheMorning(running.clock());
            mailing = running;
        }
        return running;
    }

    /** The one of this JVM. */
    public static synchronized RunningBaton shared() {
        RunningBaton running = shared;
        if (running == null) {
            running = fresh();
            MerchantsRetire.goesOnInTheMorning(running.clock());
            shared = running;
        }
        return running;
    }

    /** Where it answers. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    /** A bean of it. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** The database underneath. */
    public TestDatabase database() {
        return database;
    }

    /** Its business clock, where it stands still until a test sets it. */
    public TestClock clock() {
        return (TestClock) clock;
    }

    /** A new merchant: book currency EUR, no limits, no grace, lines may be split. */
    public MerchantId newMerchant() {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        bean(CreateMerchant.class)
                .create(
                        merchant,
                        new MerchantSettings(
                                "Test merchant",
                                "EUR",
                                ZoneId.of("Europe/Berlin"),
                                0,
                                true,
                                0,
                                3,
                                24,
                                24,
                                0,
                                Set.of(),
                                true,
                                true,
                                null));
        return merchant;
    }

    /** A merchant's key of these scopes. */
    public String key(MerchantId merchant, String... scopes) {
        return bean(Keys.class).create(merchant, "test", Set.of(scopes), null).key();
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }
}
