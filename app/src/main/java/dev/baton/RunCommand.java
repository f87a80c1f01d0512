package dev.baton;

import dev.baton.platform.BusinessClock;
import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.MasterKey;
import dev.baton.postgres.PostgresUnavailable;
import java.io.PrintStream;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Baton: database, modules, HTTP, and at the first start its merchant and owner. */
final class RunCommand {

    /** No exit code: the process lives on. */
    static final int STAYS_UP = -1;

    private static final int FAILED = 1;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final CommandLine line;
    private final PrintStream out;

    RunCommand(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    int run() {
        RunSettings settings = RunSettings.of(line);
        long before = System.nanoTime();
        try {
            ConfigurableApplicationContext context = start(settings);
            String baseUrl = "http://" + host(settings) + ":"
                    + context.getEnvironment().getProperty("local.server.port");
            double seconds = (System.nanoTime() - before) / (double) NANOS_PER_MILLI / MILLIS_PER_SECOND;
            out.printf(
                    java.util.Locale.ROOT,
                    "Baton answers at %s (started in %.1f s). The API: %s/api%n",
                    baseUrl,
                    seconds,
                    baseUrl);
            new FirstStart(context, settings, line, out).complete(baseUrl);
            out.flush();
            return STAYS_UP;
        } catch (RuntimeException failed) {
            out.println("baton: " + reason(failed, settings));
            return FAILED;
        }
    }

    /** PostgreSQL and Spring start side by side; whoever needs the database first waits for it. */
    private static ConfigurableApplicationContext start(RunSettings settings) {
        CompletableFuture<BatonDatabase> database = new CompletableFuture<>();
        SpringApplication.getShutdownHandlers().add(() -> closeWhenOpen(database));
        Thread.ofPlatform().name("database-start").start(() -> open(settings, database));
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Clock.class, () -> clock(settings.clock()));
            beans.registerBean(DatabaseAccess.class, () -> database.join().access());
            beans.registerBean(MasterKey.class, () -> {
                database.join();
                return MasterKey.fromFile(settings.dataFolder().resolve("secrets/master.key"));
            });
        });
        return application.run();
    }

    private static void open(RunSettings settings, CompletableFuture<BatonDatabase> database) {
        try {
            database.complete(BatonDatabase.open(settings.dataFolder(), settings.databaseUrl()));
        } catch (RuntimeException | Error failed) {
            database.completeExceptionally(failed);
        }
    }

    /** Runs after Spring has stopped, so that the last work finds its database. */
    private static void closeWhenOpen(CompletableFuture<BatonDatabase> database) {
        try {
            database.get(1, TimeUnit.MINUTES).close();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException neverOpened) {
            // nothing to close
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Clock clock(RunSettings.ClockChoice choice) {
        return choice.isSystem() ? BusinessClock.system() : BusinessClock.atRate(choice.origin(), choice.rate());
    }

    private static Map<String, Object> properties(RunSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("baton.data-folder", settings.dataFolder().toString());
        properties.put("baton.port", settings.port());
        properties.put("baton.bind", settings.bind());
        properties.put("baton.public-url", settings.publicUrl().orElse(""));
        properties.put("baton.outbound.allow-private", settings.allowPrivate());
        properties.put("baton.clock.rate", settings.clock().rate());
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        properties.putAll(Map.of(
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "20s",
                "spring.threads.virtual.enabled", "true",
                "spring.main.keep-alive", "true",
                "server.max-http-request-header-size", "16KB",
                "server.tomcat.max-connections", "1000",
                "server.tomcat.connection-timeout", "20s"));
        properties.putAll(Map.of(
                "spring.main.log-startup-info", "false",
                "server.error.whitelabel.enabled", "false",
                "spring.web.resources.add-mappings", "false",
                "spring.mvc.problemdetails.enabled", "false"));
        properties.putAll(Map.of(
                "springdoc.api-docs.path", "/api/openapi.json",
                "springdoc.api-docs.version", "openapi_3_1",
                "springdoc.swagger-ui.path", "/api",
                "springdoc.swagger-ui.validator-url", "none",
                "springdoc.packages-to-scan", "dev.baton.api",
                "springdoc.paths-to-match", "/api/v1/**",
                "springdoc.cache.disabled", "false"));
        return properties;
    }

    private static String host(RunSettings settings) {
        String bind = settings.bind();
        return bind.equals("0.0.0.0") || bind.equals("::") ? "127.0.0.1" : bind.contains(":") ? "[" + bind + "]" : bind;
    }

    /** One sentence for what an operator can mend, the whole story for what nobody expected. */
    private static String reason(Throwable failed, RunSettings settings) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof PostgresUnavailable) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof PortInUseException) {
                return "Port " + settings.port() + " of " + settings.bind()
                        + " is taken. Choose another with --port, or stop what listens there.";
            }
        }
        java.io.StringWriter story = new java.io.StringWriter();
        (failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed)
                .printStackTrace(new java.io.PrintWriter(story));
        return "Baton does not start.\n" + story;
    }
}
