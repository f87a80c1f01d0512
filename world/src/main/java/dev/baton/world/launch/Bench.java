package dev.baton.world.launch;

import dev.baton.world.bench.BenchResult;
import dev.baton.world.bench.CostMeter;
import dev.baton.world.bench.FeedBench;
import dev.baton.world.bench.FeedFile;
import dev.baton.world.bench.FeedResult;
import dev.baton.world.bench.JdbcSettings;
import dev.baton.world.bench.LimitResult;
import dev.baton.world.bench.Limits;
import dev.baton.world.bench.OrderMix;
import dev.baton.world.bench.PagesBench;
import dev.baton.world.bench.PagesResult;
import dev.baton.world.bench.PatientSuppliers;
import dev.baton.world.bench.ProcessCost;
import dev.baton.world.bench.PurchaseOrderFields;
import dev.baton.world.bench.RoadBench;
import dev.baton.world.bench.RoadLedger;
import dev.baton.world.bench.RoadLoad;
import dev.baton.world.bench.RoadResult;
import dev.baton.world.bench.RoadTarget;
import dev.baton.world.bench.SupplierSink;
import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Caller;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * {@code bench [--only limits,road,feed,pages] [--quick] [--json FILE]}: starts a Baton of its own, measures the database's
 * limits and the road on the same server in one run, and prints the ratios.
 */
public final class Bench {

    private static final long FIRST_ORDER = 5_000_000_000L;
    private static final int CAPACITY = 2_000_000;
    private static final int ROWS = 1_000_000;
    private static final int QUICK_ROWS = 100_000;
    private static final String API_VERSION = "2026-07";
    private static final String USAGE = "usage: bench [--only limits,road,feed,pages] [--quick] [--json FILE]";

    private final boolean quick;
    private final Set<String> only;
    private final @Nullable Path json;
    private final PrintStream out;

    private Bench(boolean quick, Set<String> only, @Nullable Path json, PrintStream out) {
        this.quick = quick;
        this.only = only;
        this.json = json;
        this.out = out;
    }

    /**
     * Runs what the words ask for; answers the exit code.
     *
     * @throws IllegalArgumentException when a word is not known or has no usable value; the message says which
     */
    public static int run(List<String> words, @Nullable String launcher) throws InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Bench bench = read(words, out);
        if (launcher == null) {
            throw new IllegalArgumentException("start it with ./baton bench");
        }
        try {
            return bench.measure(Path.of(launcher));
        } catch (IOException | SQLException failed) {
            throw new IllegalStateException("the measurement failed: " + failed.getMessage(), failed);
        }
    }

    private static Bench read(List<String> words, PrintStream out) {
        boolean quick = false;
        Set<String> only = Set.of("limits", "road");
        Path json = null;
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (name.equals("--quick") && equals < 0) {
                quick = true;
            } else if (!name.equals("--only") && !name.equals("--json")) {
                throw new IllegalArgumentException(USAGE + "; not known: " + word);
            } else {
                String value = equals < 0 ? after(words, i++) : word.substring(equals + 1);
                if (name.equals("--only")) {
                    only = parts(value);
                } else {
                    json = writable(value);
                }
            }
        }
        return new Bench(quick, only, json, out);
    }

    private static Set<String> parts(String value) {
        Set<String> parts = Set.copyOf(List.of(value.split(",", -1)));
        if (!Set.of("limits", "road", "feed", "pages").containsAll(parts)) {
            throw new IllegalArgumentException(
                    "--only takes limits, road, feed and pages, with commas between, not " + value);
        }
        return parts;
    }

    /** Looked at before a measurement of minutes, not after it. */
    private static Path writable(String value) {
        Path file = Path.of(value).toAbsolutePath();
        Path folder = file.getParent();
        if (value.isBlank() || Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            throw new IllegalArgumentException("--json takes a file in a folder that is there, not '" + value + "'");
        }
        return file;
    }

    private static String after(List<String> words, int at) {
        if (at + 1 >= words.size()) {
            throw new IllegalArgumentException(words.get(at) + " needs a value: " + USAGE);
        }
        return words.get(at + 1);
    }

    private int measure(Path launcher) throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory("baton-bench-");
        Instant origin = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
        BatonProcess.Start start = new BatonProcess.Start(launcher, "bench", folder, origin, 1.0, null);
        double firstStart;
        try (BatonProcess fresh = BatonProcess.start(start)) {
            firstStart = seconds(fresh.startTime());
        }
        BenchResult result;
        try (BatonProcess baton = BatonProcess.start(start)) {
            Database database = Database.of(folder);
            Optional<LimitResult> limits = only.contains("limits") ? Optional.of(limits(database)) : Optional.empty();
            Optional<RoadResult> road = only.contains("road") ? Optional.of(road(baton, database)) : Optional.empty();
            Optional<FeedResult> feed = only.contains("feed") ? Optional.of(feed(baton, database)) : Optional.empty();
            Optional<PagesResult> pages =
                    only.contains("pages") ? Optional.of(pages(baton, database)) : Optional.empty();
            result = new BenchResult(
                    limits,
                    road,
                    feed,
                    pages,
                    ProcessCost.peakResidentMiB(baton.pid()),
                    OptionalDouble.of(firstStart),
                    OptionalDouble.of(seconds(baton.startTime())));
        }
        BatonProcess.forget(folder);
        out.print(result.toTable());
        if (json != null) {
            Files.writeString(json, result.toJson() + "\n");
        }
        return result.counts() ? 0 : 1;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    private LimitResult limits(Database database) throws SQLException, InterruptedException {
        LimitResult limits = new Limits(out).measure(database.owner(), Duration.ofSeconds(quick ? 3 : 10));
        Limits.settle(database.superuser());
        return limits;
    }

    private FeedResult feed(BatonProcess baton, Database database)
            throws SQLException, IOException, InterruptedException {
        RoadLedger ledger = new RoadLedger(FIRST_ORDER, CAPACITY);
        try (SupplierSink sink =
                SupplierSink.start(0, BenchShop.secretByPath(), PurchaseOrderFields.STANDARD, ledger)) {
            BatonApi api = new BatonApi(new Caller(), baton.baseUrl(), baton.adminKey(), Duration.ofSeconds(60));
            new BenchShop(api).setUp(sink.url());
            FeedFile file = new FeedFile(quick ? QUICK_ROWS : ROWS);
            Duration watched = Duration.ofSeconds(quick ? 10 : 30);
            return new FeedBench(api, database.owner(), file, watched, out).measure();
        }
    }

    private PagesResult pages(BatonProcess baton, Database database)
            throws IOException, SQLException, InterruptedException {
        try (PatientSuppliers suppliers = PatientSuppliers.start()) {
            BatonApi api = new BatonApi(new Caller(), baton.baseUrl(), baton.adminKey(), Duration.ofSeconds(60));
            new BenchShop(api).setUp(suppliers.url());
            PagesBench.Templates templates = new PagesBench.Templates(
                    api, BenchShop.skus(), BenchShop.shortSkus(), BenchShop.SUPPLIERS, Clock.systemUTC());
            PagesBench.ManyOrdersOf merchant =
                    new PagesBench.ManyOrdersOf(database.superuser(), UUID.fromString(baton.merchant()));
            return new PagesBench(baton.baseUrl(), merchant, templates, out)
                    .measure(
                            quick
                                    ? new PagesBench.Effort(QUICK_ROWS, 1_000, 40)
                                    : new PagesBench.Effort(ROWS, 2_000, 120));
        }
    }

    private RoadResult road(BatonProcess baton, Database database) throws SQLException, InterruptedException {
        RoadLedger ledger = new RoadLedger(FIRST_ORDER, CAPACITY);
        try (SupplierSink sink =
                SupplierSink.start(0, BenchShop.secretByPath(), PurchaseOrderFields.STANDARD, ledger)) {
            BatonApi api = new BatonApi(new Caller(), baton.baseUrl(), baton.adminKey(), Duration.ofSeconds(20));
            String path = new BenchShop(api).setUp(sink.url());
            RoadTarget target = new RoadTarget(
                    new InetSocketAddress(
                            baton.baseUrl().getHost(), baton.baseUrl().getPort()),
                    path,
                    BenchShop.DOMAIN,
                    BenchShop.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8),
                    API_VERSION);
            OrderMix mix = new OrderMix(
                    BenchShop.skus(), BenchShop.shortSkus(), 30, false, List.of(OrderMix.ShipTo.BERLIN), 7);
            RoadLoad load = new RoadLoad(target, mix, ledger, Clock.systemUTC());
            CostMeter meter = CostMeter.of(database.owner(), baton.pid(), database.postmasterPid());
            RoadBench.Effort effort = quick
                    ? new RoadBench.Effort(
                            16, 400, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(10))
                    : new RoadBench.Effort(
                            16, 400, Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));
            return new RoadBench(load, ledger, sink, meter, out).measure(effort);
        }
    }

    /** The server Baton brought along, as its data folder describes it. */
    private record Database(JdbcSettings owner, JdbcSettings superuser, long postmasterPid) {

        static Database of(Path folder) throws IOException {
            Properties passwords = new Properties();
            try (Reader reader = Files.newBufferedReader(folder.resolve("secrets/database.properties"))) {
                passwords.load(reader);
            }
            List<String> pid = Files.readAllLines(folder.resolve("pg18/postmaster.pid"));
            String url = "jdbc:postgresql://127.0.0.1:" + pid.get(3).strip() + "/baton";
            return new Database(
                    new JdbcSettings(url, "baton_owner", passwords.getProperty("baton_owner")),
                    new JdbcSettings(url, "postgres", passwords.getProperty("postgres")),
                    Long.parseLong(pid.getFirst().strip()));
        }
    }
}
