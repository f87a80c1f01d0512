package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.testing.Doorway;
import dev.baton.testing.OpenTransactions;
import dev.baton.trading.sources.FetchFiles;
import dev.baton.trading.sources.FileSource;
import dev.baton.world.feeds.FeedSite;
import dev.baton.world.feeds.FileServer;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a supplier's file is fetched, no transaction of Baton is open. */
@DisplayName("Outside I/O in a state-machine callback inside a transaction: a supplier's files")
class FetchTransactionsTest {

    private static final byte[] THREE = "sku,qty\nS-CUP,3\n".getBytes(StandardCharsets.UTF_8);

    private final FeedShop shop = new FeedShop();
    private final OfferId cup = shop.offer("CUP");

    /** How many were open, at each answer of the server. */
    private final List<Integer> open = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aFileServerIsSpokenToOutsideOfEveryTransaction() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw");
                Doorway doorway = new Doorway(server.port(), this::look)) {
            Path file = Files.write(folder.resolve("stock.csv"), THREE);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T07:00:00Z")));
            String url = "sftp://127.0.0.1:" + doorway.port() + "/stock.csv";
            fetch(new FileSource(FileSource.Kind.SFTP, url, "baton", null, null), "pw");
        }
    }

    @Test
    void aSiteIsSpokenToOutsideOfEveryTransaction() throws IOException {
        try (FeedSite site = FeedSite.open();
                Doorway doorway = new Doorway(site.url().getPort(), this::look)) {
            site.lay(THREE, "v1");
            URI behind = site.url();
            String url = behind.getScheme() + "://" + behind.getHost() + ":" + doorway.port() + behind.getPath();
            fetch(new FileSource(FileSource.Kind.HTTPS, url, null, null, null), "token");
        }
    }

    private void fetch(FileSource source, String secret) {
        shop.define(source, StalePolicy.KEEP, secret);
        shop.work();
        shop.later(FetchFiles.SETTLING);
        shop.work();

        assertThat(shop.stock(cup).observed()).isEqualTo(3);
        assertThat(open).isNotEmpty().containsOnly(0);
    }

    private void look() {
        open.add(OpenTransactions.of(shop.baton));
    }
}
