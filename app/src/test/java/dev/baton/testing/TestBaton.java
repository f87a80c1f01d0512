package dev.baton.testing;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.MasterKey;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.ScriptedRelay;
import dev.baton.platform.work.WorkEngine;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * All modules of Baton on a real, migrated database, without HTTP and without a running work engine: tests do
 * the work by hand ({@link #runDue}). One context serves all tests of the JVM; each test makes a merchant of its
 * own, so that they see nothing of one another.
 */
public final class TestBaton {

    /** More than the classes of one package have. */
    private static final int MOST_OWN = 8;

    /** The one asked for longest ago first. */
    private static final ArrayDeque<TestBaton> OPEN_OWN = new ArrayDeque<>();

    /** Where links lead. */
    public static final String PUBLIC_URL = "https://baton.example";

    private static @Nullable TestBaton shared;

    private final TestDatabase database;
    private final ScriptedRelay relay;
    private final Map<String, Object> settings;
    private final TestClock clock = new TestClock();
    private final boolean own;
    private @Nullable AnnotationConfigApplicationContext context;

    private TestBaton(TestDatabase database, ScriptedRelay relay, Map<String, Object> settings, boolean own) {
        this.database = database;
        this.relay = relay;
        this.settings = settings;
        this.own = own;
        context();
        AtExit.close(this::close);
    }

    private AnnotationConfigApplicationContext started() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "baton.work.auto", "false",
                                "baton.outbound.allow-private", "true",
                                // so that small files go the way of large ones
                                "baton.inventory.side-by-side-from", "2",
                                "baton.inventory.figures-at-once", "7",
                                "baton.catalog.codes-in-a-row-from", "3")));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("settings", settings));
        context.registerBean(TestClock.class, () -> clock);
        context.registerBean(MasterKey.class, () -> new MasterKey(new byte[32]));
        context.registerBean(DatabaseAccess.class, database::access);
        context.register(Modules.class);
        context.refresh();
        return context;
    }

    /** Closes it; whoever asks for one of its beans opens it again on the same database, its clock set back. */
    void close() {
        synchronized (OPEN_OWN) {
            OPEN_OWN.remove(this);
            if (context != null) {
                context.close();
                context = null;
            }
        }
    }

    /** Open. Each holds connections: of those of single classes the one that nobody asked for longest is closed. */
    private AnnotationConfigApplicationContext context() {
        synchronized (OPEN_OWN) {
            AnnotationConfigApplicationContext open = context;
            if (open == null) {
                clock.set(TestClock.START);
                open = started();
                context = open;
            }
            if (own) {
                OPEN_OWN.remove(this);
                OPEN_OWN.addLast(this);
                while (OPEN_OWN.size() > MOST_OWN) {
                    OPEN_OWN.getFirst().close();
                }
            }
            return open;
        }
    }

    /** Where everything but the shell, the web and its controllers is found; itself found by no other scan. */
    @ComponentScan(
            basePackages = "dev.baton",
            excludeFilters = {
                @Filter(
                        type = FilterType.ANNOTATION,
                        classes = {RestController.class, ControllerAdvice.class}),
                @Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "dev\\.baton\\.[A-Z].*",
                            "dev\\.baton\\.(postgres|api|boot|testing|planted)\\..*",
                            ".*Test(\\$.*)?"
                        })
            })
    static class Modules {

        @Bean
        JsonMapper jsonMapper() {
            return JsonMapper.builder().build();
        }
    }

    /** The one context of this JVM. */
    public static synchronized TestBaton shared() {
        TestBaton running = shared;
        if (running == null) {
            ScriptedRelay relay = new ScriptedRelay();
            running = new TestBaton(
                    TestPostgres.migrated(),
                    relay,
                    Map.of(
                            "baton.smtp-url",
                            "smtp://127.0.0.1:" + relay.port() + "?starttls=off",
                            "baton.mail-from",
                            "post@baton.example",
                            "baton.public-url",
                            PUBLIC_URL),
                    false);
            shared = running;
        }
        return running;
    }

    /** Sets the clocks of all back to where they began. */
    static synchronized void setClocksBack() {
        synchronized (OPEN_OWN) {
            OPEN_OWN.forEach(each -> each.clock().set(TestClock.START));
        }
        if (shared != null) {
            shared.clock().set(TestClock.START);
        }
    }

    /** Takes away what is due in the shared one, if there is one. */
    static synchronized void retireMerchants() {
        TestBaton running = shared;
        if (running != null) {
            try (Connection superuser = running.database.connectAsSuperuser();
                    Statement statement = superuser.createStatement()) {
                statement.executeUpdate("delete from work where merchant_id in (select merchant_id from merchant)");
            } catch (SQLException e) {
                throw new IllegalStateException("Cannot retire the merchants of the tests so far", e);
            }
        }
    }

    /** One of its own with these settings. */
    public static TestBaton with(Map<String, Object> settings) {
        return new TestBaton(TestPostgres.migrated(), new ScriptedRelay(), small(settings), true);
    }

    /** The same database, started again with these settings. */
    public TestBaton restartedWith(Map<String, Object> settings) {
        return new TestBaton(database, new ScriptedRelay(), small(settings), true);
    }

    private static Map<String, Object> small(Map<String, Object> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.putIfAbsent("baton.database.connections", "3");
        return own;
    }

    /** A bean of Baton. */
    public <T> T bean(Class<T> type) {
        return context().getBean(type);
    }

    /** All beans of a type. */
    public <T> Collection<T> all(Class<T> type) {
        return context().getBeansOfType(type).values();
    }

    /** The mail relay of all tests: takes every mail unless a test scripts it otherwise. */
    public ScriptedRelay relay() {
        return relay;
    }

    /** The database underneath, for looking at it from outside. */
    public TestDatabase database() {
        return database;
    }

    /** The business clock of all tests. */
    public TestClock clock() {
        return clock;
    }

    /** Runs the body in a transaction of the merchant. */
    public <T extends @Nullable Object> T in(MerchantId merchant, Supplier<T> body) {
        return bean(Tenancy.class).inTransaction(merchant, body);
    }

    /** The app role's JDBC client; use inside {@link #in}. */
    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    /** Does all work that is due, of every merchant; answers how many items ran. */
    public int runDue() {
        return bean(WorkEngine.class).runDue();
    }

    /** A new merchant with plain settings: book currency EUR, no limits, no grace, lines may be split. */
    public MerchantId newMerchant() {
        MerchantId merchant = new MerchantId(UUID.randomUUID());
        bean(Tenancy.class)
                .run(
                        merchant,
                        () -> jdbc().sql("""
                insert into merchant (merchant_id, name, book_currency, zone, value_limit_minor, may_split_lines,
                                      split_penalty_minor, max_reroutes, duplicate_window_hours, grace_seconds,
                                      blocked_countries, require_data_permission, hold_unpaid, created_at)
                values (:merchant, 'Test merchant', 'EUR', 'Europe/Berlin', 0, true, 0, 3, 24, 0, '{}', true, true,
                        :at)
                """)
                                .param("merchant", merchant.value())
                                .param("at", java.sql.Timestamp.from(TestClock.START))
                                .update());
        return merchant;
    }
}
