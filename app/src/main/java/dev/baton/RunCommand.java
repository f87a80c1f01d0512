package dev.baton;

import dev.baton.platform.BusinessClock;
import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.MasterKey;
import dev.baton.platform.MerchantId;
import dev.baton.platform.NumberWitness;
import dev.baton.postgres.DataFolderLock;
import dev.baton.postgres.PostgresUnavailable;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts Baton: database, modules, HTTP, and at the first start its merchant and owner. */
final class RunCommand {

    /** No exit code: the process lives on. */
    static final int STAYS_UP = -1;

    private static final int FAILED = 1;
    private static final double MILLIS_PER_SECOND = 1_000;

    private final CommandLine line;
    private final PrintStream out;

    RunCommand(CommandLine line, PrintStream out) {
        this.line = line;
        this.out = out;
    }

    int run() {
        RunSettings settings = RunSettings.of(line);
        Optional<Path> witness = RunSettings.witness(line, settings);
        try {
            ConfigurableApplicationContext context = start(settings, witness);
            FirstStart firstStart = new FirstStart(context, settings, line, out);
            FirstStart.Prepared prepared = firstStart.prepare();
            String baseUrl =
                    "http://" + host(settings) + ":" + context.getEnvironment().getProperty("local.server.port");
            out.printf(
                    java.util.Locale.ROOT,
                    "Baton answers at %s (started in %.1f s). The API: %s/api%n",
                    baseUrl,
                    secondsSinceStart(),
                    baseUrl);
            if (line.has("until-ready")) {
                return 0;
            }
            firstStart.complete(prepared, baseUrl);
            out.flush();
            return STAYS_UP;
        } catch (RuntimeException failed) {
            out.println("baton: " + reason(failed, settings));
            return FAILED;
        }
    }

    /** From the start of the Java virtual machine: the launcher's process is older where it had to build first. */
    private static double secondsSinceStart() {
        long began = ManagementFactory.getRuntimeMXBean().getStartTime();
        return (Clock.systemUTC().millis() - began) / MILLIS_PER_SECOND;
    }

    /** PostgreSQL, its migrations and Spring start side by side; whoever needs the database first waits for it. */
    private static ConfigurableApplicationContext start(RunSettings settings, Optional<Path> witness) {
        DataFolderLock folder = DataFolderLock.acquire(settings.dataFolder());
        CompletableFuture<OpenDatabase> database = new CompletableFuture<>();
        SpringApplication.getShutdownHandlers().add(() -> closeWhenOpen(database));
        Thread.ofPlatform().name("database-start").start(() -> open(folder, settings, witness, database));
        Startup.Foundations foundations = new Startup.Foundations(
                () -> clock(settings.clock()),
                () -> DatabaseAccess.whenStarted(database.thenApply(OpenDatabase::access)),
                () -> MasterKey.fromFile(settings.dataFolder().resolve("secrets/master.key")));
        SpringApplication application = Startup.application(settings, foundations);
        application.addInitializers(context -> ((GenericApplicationContext) context)
                .registerBean(NumberWitness.class, () -> new WitnessOfStart(database)));
        return application.run();
    }

    /** The witness of a database that may still be starting. */
    private record WitnessOfStart(CompletableFuture<OpenDatabase> database) implements NumberWitness {

        @Override
        public int epoch() {
            return database.join().witness().epoch();
        }

        @Override
        public void blockTaken(MerchantId merchant, String series, int epoch, long end) {
            database.join().witness().blockTaken(merchant, series, epoch, end);
        }
    }

    private static void open(
            DataFolderLock folder,
            RunSettings settings,
            Optional<Path> witness,
            CompletableFuture<OpenDatabase> database) {
        try {
            database.complete(OpenDatabase.open(folder, settings, witness));
        } catch (RuntimeException | Error failed) {
            database.completeExceptionally(failed);
        }
    }

    /** Runs after Spring has stopped, so that the last work finds its database. */
    private static void closeWhenOpen(CompletableFuture<OpenDatabase> database) {
        try {
            database.get(1, TimeUnit.MINUTES).close();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException neverOpened) {
            // nothing to close
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static Clock clock(RunSettings.ClockChoice choice) {
        return choice.isSystem()
                ? BusinessClock.system()
                : BusinessClock.catchingUp(choice.origin(), choice.rate(), choice.then());
    }

    /** The bound address as this machine calls it in a link. */
    static String host(RunSettings settings) {
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
