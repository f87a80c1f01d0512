package dev.baton.world.bench;

import dev.baton.world.bench.PagesResult.Page;
import dev.baton.world.bench.Visitor.Seen;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures the console's pages with many orders behind them: every place of its menu, what narrows and turns the long
 * lists, the next page of each, one page of each thing, and the search for each kind of thing.
 */
public final class PagesBench {

    private static final Pattern PLACE = Pattern.compile("href=\"(/console[^\"]*)\" data-go=");
    private static final Pattern TAB = Pattern.compile("<li><a href=\"(/console/[^\"]*)\"");
    private static final Pattern ROW = Pattern.compile("data-row[^>]*>.*?href=\"(/console/[^\"]*)\"", Pattern.DOTALL);
    private static final Pattern NEXT = Pattern.compile("href=\"([^\"]*)\" rel=\"next\"");
    private static final Pattern TRACKING = Pattern.compile("\\bBN[0-9A-Z]+DE[0-9]*\\b");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final List<String> NARROWED = List.of(
            "/console/orders?sort=oldest",
            "/console/orders?hold=any",
            "/console/orders?hold=unknown_sku",
            "/console/orders?state=delivered",
            "/console/orders?state=waiting",
            "/console/orders?state=held",
            "/console/orders?state=cancelled",
            "/console/orders?payment=pending",
            "/console/orders?since=today",
            "/console/orders?store=bench-counter",
            "/console/orders?q=17");
    private static final Pattern CHOICE = Pattern.compile(
            "<select id=\"filter-[^\"]*\" name=\"([^\"]+)\">.*?<option value=\"([^\"]+)\"", Pattern.DOTALL);
    private static final int MOST_TABS = 6;
    private static final int WARMING_ROUNDS = 3;
    private static final String PASSWORD = "bench only, nobody's secret";

    private final Visitor visitor;
    private final ManyOrders many;
    private final PageTemplates templates;
    private final PrintStream progress;

    /** For a merchant whose suppliers are there. */
    public PagesBench(URI baton, ManyOrdersOf merchant, Templates templates, PrintStream progress) {
        this.visitor = new Visitor(baton);
        this.many = new ManyOrders(merchant.database(), merchant.merchant(), progress);
        this.templates = templates.of(progress);
        this.progress = progress;
    }

    /** Whose orders, and where they lie. */
    public record ManyOrdersOf(JdbcSettings database, java.util.UUID merchant) {}

    /** What the orders are of. */
    public record Templates(
            dev.baton.world.http.BatonApi baton,
            List<String> skus,
            List<String> shortSkus,
            int suppliers,
            java.time.Clock clock) {

        private PageTemplates of(PrintStream progress) {
            return new PageTemplates(baton, skus, shortSkus, suppliers, progress, clock);
        }
    }

    /**
     * How much of it.
     *
     * @param orders there shall be
     * @param patterns orders of them that go the road; the others are their copies
     * @param reads of each page
     */
    public record Effort(long orders, int patterns, int reads) {}

    /** Makes the orders, signs in, and measures. */
    public PagesResult measure(Effort effort) throws SQLException, InterruptedException {
        templates.play(effort.patterns());
        long orders = many.make(effort.orders());
        signIn();
        Set<String> paths = paths();
        Map<String, String> searches = searches(effort.patterns());
        for (int round = 0; round < WARMING_ROUNDS; round++) {
            for (String path : paths) {
                visitor.read(path);
            }
        }
        List<Page> pages = new ArrayList<>();
        for (String path : paths) {
            pages.add(measured(named(path), path, effort.reads()));
        }
        List<Page> found = new ArrayList<>();
        for (Map.Entry<String, String> search : searches.entrySet()) {
            found.add(measured(search.getKey(), search.getValue(), effort.reads()));
        }
        return new PagesResult(orders, pages, found);
    }

    private void signIn() throws SQLException, InterruptedException {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try {
            many.invite(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        visitor.join("/welcome/" + token, "bench@example.com", PASSWORD);
    }

    /** Every place of the menu, its tabs, the first choice of each filter, its second page and the first thing in it. */
    private Set<String> paths() throws InterruptedException {
        Set<String> paths =
                new LinkedHashSet<>(all(PLACE, visitor.read("/console").html()));
        for (String place : List.copyOf(paths)) {
            around(paths, place);
            if (place.equals("/console/orders")) {
                paths.addAll(NARROWED);
                for (String narrowed : NARROWED) {
                    next(paths, visitor.read(narrowed).html());
                }
            }
        }
        return paths;
    }

    private void around(Set<String> paths, String place) throws InterruptedException {
        Seen list = visitor.read(place);
        first(ROW, list.html()).ifPresent(paths::add);
        next(paths, list.html());
        Matcher choice = CHOICE.matcher(list.html());
        while (choice.find()) {
            paths.add(place + "?" + choice.group(1) + "=" + URLEncoder.encode(choice.group(2), StandardCharsets.UTF_8));
        }
        int at = list.html().indexOf("<nav class=\"tabs\"");
        if (at >= 0) {
            String tabs = list.html().substring(at, list.html().indexOf("</nav>", at));
            all(TAB, tabs).stream().limit(MOST_TABS).forEach(paths::add);
        }
    }

    private static void next(Set<String> paths, String html) {
        first(NEXT, html).ifPresent(paths::add);
    }

    private static java.util.Optional<String> first(Pattern pattern, String html) {
        return all(pattern, html).stream().findFirst();
    }

    private static List<String> all(Pattern pattern, String html) {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(html);
        while (matcher.find()) {
            found.add((matcher.groupCount() == 0 ? matcher.group() : matcher.group(1)).replace("&amp;", "&"));
        }
        return found;
    }

    /** What each is called, and its address. */
    private Map<String, String> searches(int patterns) throws InterruptedException {
        int one = patterns / 2;
        String tracking =
                first(TRACKING, visitor.read("/console/parcels").html()).orElse("BN1DE");
        Map<String, String> searches = new LinkedHashMap<>();
        searches.put("search: order", PageTemplates.name(one));
        searches.put("search: beginning of an order", PageTemplates.name(1));
        searches.put("search: number", "1001");
        searches.put("search: mail", PageTemplates.mail(one));
        searches.put("search: phone", PageTemplates.phone(one));
        searches.put("search: name", PageTemplates.person(one));
        searches.put("search: common first name", "Ada");
        searches.put("search: beginning of a name", "must");
        searches.put("search: SKU", "SKU-17");
        searches.put("search: title", "thing");
        searches.put("search: tracking number", tracking);
        searches.put("search: supplier", "Supplier 3");
        searches.put("search: supplier's reference", "A1001-1");
        searches.put("search: nothing", "zzzz nothing");
        searches.replaceAll((name, text) -> "/console/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        return searches;
    }

    private Page measured(String name, String path, int reads) throws InterruptedException {
        LatencyHistogram times = new LatencyHistogram();
        int bytes = 0;
        for (int read = 0; read < reads; read++) {
            Seen seen = visitor.read(path);
            times.record(seen.nanos());
            bytes = Math.max(bytes, seen.bytes());
        }
        Page page = new Page(
                name, times.percentile(50).toNanos() / 1e6, times.percentile(99).toNanos() / 1e6, bytes);
        progress.printf(
                "%-56s p50 %6.1f ms  p99 %6.1f ms  %,d bytes%n", name, page.p50Millis(), page.p99Millis(), bytes);
        return page;
    }

    private static String named(String path) {
        return ID.matcher(path).replaceAll("{id}");
    }
}
