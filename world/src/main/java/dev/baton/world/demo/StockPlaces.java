package dev.baton.world.demo;

import dev.baton.world.feeds.FeedSite;
import dev.baton.world.feeds.FileFolder;
import dev.baton.world.feeds.FilePlace;
import dev.baton.world.feeds.FileServer;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.story.Market;
import dev.baton.world.story.SupplierSheet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The file and web servers of those suppliers whose stock comes by file. */
final class StockPlaces implements AutoCloseable {

    private static final String USER = "baton";
    private static final String PASSWORD = "come-and-fetch-it";
    private static final String OUT = "out";

    /**
     * Where a supplier says that its files are, and how to get in.
     *
     * @param hostKey fingerprint of the file server's key; null for a web server
     */
    record Source(
            String url,
            @Nullable String user,
            @Nullable String secret,
            @Nullable String hostKey) {}

    private final Ledger ledger;
    private final Map<String, FilePlace> places = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Deque<FeedSite> sites = new ArrayDeque<>();
    private final Deque<FileServer> servers = new ArrayDeque<>();
    private final Deque<Path> folders = new ArrayDeque<>();

    private StockPlaces(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Opens those of a market. */
    static StockPlaces open(Market market, Ledger ledger) {
        StockPlaces opened = new StockPlaces(ledger);
        for (SupplierSheet sheet : market.suppliers().values()) {
            switch (sheet.stockBy()) {
                case SFTP -> opened.fileServer(sheet.code());
                case HTTPS -> opened.site(sheet.code());
                case REST, PAGE -> {
                    // Its figures come otherwise.
                }
            }
        }
        return opened;
    }

    private void site(String code) {
        FeedSite site = FeedSite.open();
        site.whenUnchanged(() -> ledger.write(new Fact.StockFileUnchanged(code)));
        sites.push(site);
        places.put(code, site);
        sources.put(code, new Source(site.url().toString(), null, null, null));
    }

    private void fileServer(String code) {
        try {
            Path folder = Files.createTempDirectory("baton-world-" + code);
            folders.push(folder);
            FileServer server = FileServer.open(folder, USER, PASSWORD);
            servers.push(server);
            places.put(code, FileFolder.of(Files.createDirectory(folder.resolve(OUT)), server));
            String url = "sftp://127.0.0.1:" + server.port() + "/" + OUT + "/stock-*.csv";
            sources.put(code, new Source(url, USER, PASSWORD, server.fingerprint()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the suppliers' codes. */
    Map<String, FilePlace> places() {
        return places;
    }

    /** By the suppliers' codes. */
    Map<String, Source> sources() {
        return sources;
    }

    @Override
    public void close() throws IOException {
        sites.forEach(FeedSite::close);
        for (FileServer server : servers) {
            server.close();
        }
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
