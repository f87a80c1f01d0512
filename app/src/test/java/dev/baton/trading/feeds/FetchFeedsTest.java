package dev.baton.trading.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.catalog.OfferId;
import dev.baton.trading.sources.FetchFiles;
import dev.baton.trading.sources.FileSource;
import dev.baton.world.feeds.FeedSite;
import dev.baton.world.feeds.FileFolder;
import dev.baton.world.feeds.FileServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchFeedsTest {

    private static final Duration HOUR = Duration.ofMinutes(60);

    private final FeedShop shop = new FeedShop();
    private final OfferId cup = shop.offer("CUP");

    @TempDir
    Path folder;

    @Test
    void fetchesAFileByHttpsOnceAVersion() {
        try (FeedSite site = FeedSite.open()) {
            site.lay(bytes("CUP=3"), "v1");
            shop.define(https(site, "baton"), StalePolicy.KEEP, "secret");
            shop.work();
            assertThat(shop.stock(cup).observed()).isEqualTo(3);

            look(HOUR);
            look(HOUR);
            assertThat(shop.files()).as("304 says that it is the same").hasSize(1);
            site.lay(bytes("CUP=2"), "v2");
            look(HOUR);

            assertThat(shop.stock(cup).observed()).isEqualTo(2);
            assertThat(site.asked())
                    .extracting(request -> request.headerOrEmpty("if-none-match"))
                    .containsExactly("", "\"v1\"", "\"v1\"", "\"v1\"");
            assertThat(site.asked().getFirst().header("authorization"))
                    .isEqualTo("Basic "
                            + Base64.getEncoder().encodeToString("baton:secret".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void takesAFileAgainFromAServerThatNamesNoVersions() {
        try (FeedSite site = FeedSite.open()) {
            site.lay(bytes("CUP=3"), null);
            shop.define(https(site, null), StalePolicy.KEEP, "token");
            shop.work();
            look(HOUR);

            assertThat(shop.files()).hasSize(2);
            assertThat(site.asked().getFirst().header("authorization")).isEqualTo("Bearer token");
        }
    }

    @Test
    void saysWhatTheServerAnsweredAndOpensATaskWhereAPersonMustMendIt() {
        try (FeedSite site = FeedSite.open()) {
            site.refuse(503);
            shop.define(https(site, null), StalePolicy.KEEP, null);
            shop.work();
            assertThat(shop.feed().trouble()).contains("503");
            assertThat(shop.tasks()).isEmpty();

            site.refuse(401);
            look(HOUR);
            assertThat(shop.tasks()).containsExactly(FetchFeeds.UNREACHABLE);
            site.refuse(301);
            look(HOUR);
            assertThat(shop.feed().trouble()).contains("moved to https://elsewhere.example/x");

            site.lay(bytes("CUP=1"), "v1");
            look(HOUR);
            assertThat(shop.feed().trouble()).isNull();
            assertThat(shop.tasks()).isEmpty();
        }
    }

    @Test
    void takesAFileFromAFileServerOnlyWhenTwoLooksSawItTheSame() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            Path file = lay("stock.csv", "sku,qty\nS-CUP,", "2026-03-02T08:00:00Z");
            shop.define(sftp(server, "stock.csv", null, null), StalePolicy.KEEP, "pw");
            shop.work();
            assertThat(shop.files()).as("half a file may look like a file").isEmpty();

            Files.writeString(file, "sku,qty\nS-CUP,3\n");
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T08:00:30Z")));
            look(FetchFiles.SETTLING);
            assertThat(shop.files()).as("it has grown since").isEmpty();
            look(FetchFiles.SETTLING);

            assertThat(shop.stock(cup).observed()).isEqualTo(3);
            assertThat(shop.feed().hostKey()).isEqualTo(server.fingerprint());
        }
    }

    @Test
    void waitsForAFileThatGrowsEachTimeItIsLookedAt() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            FileFolder files = FileFolder.of(folder, server);
            files.write("stock-1.csv", bytes("CUP=3", "PAN=40", "POT=500"));
            shop.define(sftp(server, "stock-*.csv", null, null), StalePolicy.KEEP, "pw");
            shop.work();
            look(FetchFiles.SETTLING);
            look(FetchFiles.SETTLING);
            assertThat(shop.files()).as("it grew before each of three looks").isEmpty();

            look(FetchFiles.SETTLING);
            look(FetchFiles.SETTLING);
            look(FetchFiles.SETTLING);

            assertThat(shop.files()).hasSize(1);
            assertThat(shop.files().getFirst().file().bytes()).isEqualTo(files.newest().length);
            assertThat(shop.stock(cup).observed()).isEqualTo(3);
        }
    }

    @Test
    void takesNothingNewWhereTheSameFileIsLaidAgain() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            FileFolder files = FileFolder.of(folder, server);
            files.lay("stock-1.csv", bytes("CUP=3"));
            shop.define(sftp(server, "stock-*.csv", null, null), StalePolicy.KEEP, "pw");
            shop.work();
            look(FetchFiles.SETTLING);
            files.again();
            look(HOUR);
            look(FetchFiles.SETTLING);

            assertThat(shop.files()).hasSize(1);
        }
    }

    @Test
    void takesTheSameNameTwiceWhenItIsAnotherFileAndTheSameFileOnce() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            lay("stock.csv", table("CUP=3"), "2026-03-02T08:00:00Z");
            shop.define(sftp(server, "stock.csv", server.fingerprint(), null), StalePolicy.KEEP, "pw");
            shop.work();
            look(FetchFiles.SETTLING);
            look(HOUR);
            look(FetchFiles.SETTLING);
            assertThat(shop.files()).hasSize(1);

            lay("stock.csv", table("CUP=4"), "2026-03-02T09:00:00Z");
            look(HOUR);
            look(FetchFiles.SETTLING);

            assertThat(shop.files()).hasSize(2);
            assertThat(shop.stock(cup).observed()).isEqualTo(4);
        }
    }

    @Test
    void takesTheNewestThatFitsLeavesUnfinishedOnesAndPutsItAway() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            Files.createDirectory(folder.resolve("done"));
            lay("stock-1.csv", table("CUP=1"), "2026-03-02T06:00:00Z");
            lay("stock-2.csv", table("CUP=2"), "2026-03-02T07:00:00Z");
            lay("stock-3.csv.part", "sku", "2026-03-02T07:30:00Z");
            lay("other.csv", "x", "2026-03-02T07:40:00Z");
            shop.define(sftp(server, "stock-*", null, "/done"), StalePolicy.KEEP, "pw");
            shop.work();
            look(FetchFiles.SETTLING);

            assertThat(shop.stock(cup).observed()).isEqualTo(2);
            assertThat(shop.files().getFirst().file().name()).isEqualTo("stock-2.csv");
            try (Stream<Path> done = Files.list(folder.resolve("done"))) {
                assertThat(done)
                        .singleElement()
                        .satisfies(path ->
                                assertThat(path.getFileName().toString()).endsWith("-stock-2.csv"));
            }
        }
    }

    @Test
    void takesEachLaterFileInItsOrderAndNoneThatIsOlder() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            Files.createDirectory(folder.resolve("done"));
            lay("stock-1.csv", table("CUP=1"), "2026-03-02T06:00:00Z");
            lay("stock-2.csv", table("CUP=2"), "2026-03-02T07:00:00Z");
            shop.define(sftp(server, "stock-*", null, "/done"), StalePolicy.KEEP, "pw");
            shop.work();
            look(FetchFiles.SETTLING);
            look(HOUR);
            look(FetchFiles.SETTLING);
            assertThat(shop.stock(cup).observed())
                    .as("the older file is the past")
                    .isEqualTo(2);

            lay("stock-4.csv", table("CUP=4"), "2026-03-02T09:02:00Z");
            lay("stock-3.csv", table("CUP=3"), "2026-03-02T09:01:00Z");
            look(HOUR);
            look(FetchFiles.SETTLING);
            assertThat(shop.stock(cup).observed()).isEqualTo(3);
            look(FetchFiles.SETTLING);

            assertThat(shop.stock(cup).observed()).isEqualTo(4);
            assertThat(shop.files().stream().map(file -> file.file().name()))
                    .containsExactlyInAnyOrder("stock-2.csv", "stock-3.csv", "stock-4.csv");
            assertThat(folder.resolve("stock-1.csv")).exists();
        }
    }

    @Test
    void trustsNoServerThatShowsAnotherKey() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            lay("stock.csv", table("CUP=3"), "2026-03-02T08:00:00Z");
            shop.define(sftp(server, "stock.csv", null, null), StalePolicy.KEEP, "pw");
            shop.work();
            look(FetchFiles.SETTLING);
            String pinned = server.fingerprint();

            server.exchangeKey();
            lay("stock.csv", table("CUP=0"), "2026-03-02T09:00:00Z");
            int visits = server.visits();
            look(HOUR);
            look(FetchFiles.SETTLING);

            assertThat(server.visits()).as("the password is not shown to it").isEqualTo(visits);
            assertThat(shop.stock(cup).observed()).isEqualTo(3);
            assertThat(shop.feed().trouble()).contains(pinned).contains(server.fingerprint());
            assertThat(shop.tasks()).containsExactly(FetchFeeds.UNREACHABLE);
        }
    }

    @Test
    void saysThatASignInIsRefusedAndThatAFileIsMissing() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            shop.define(sftp(server, "stock.csv", null, null), StalePolicy.KEEP, "wrong");
            shop.work();
            assertThat(shop.feed().trouble()).contains("refuses the sign-in");
            assertThat(shop.tasks()).containsExactly(FetchFeeds.UNREACHABLE);

            shop.define(sftp(server, "stock.csv", null, null), StalePolicy.KEEP, "pw");
            shop.work();
            assertThat(shop.feed().trouble()).contains("no file stock.csv");
        }
    }

    @Test
    void fetchesNothingForAFeedOutOfUse() {
        try (FeedSite site = FeedSite.open()) {
            site.lay(bytes("CUP=3"), "v1");
            shop.define(https(site, null), StalePolicy.KEEP, null);
            shop.baton.bean(DefineFeed.class).retire(shop.merchant, FeedShop.FEED);
            shop.work();
            look(HOUR);

            assertThat(site.asked()).isEmpty();
        }
    }

    private void look(Duration after) {
        shop.later(after);
        shop.work();
    }

    private Path lay(String name, String text, String changedAt) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        return Files.setLastModifiedTime(file, FileTime.from(Instant.parse(changedAt)));
    }

    private static String table(String... rows) {
        return FeedShop.table(rows);
    }

    private static byte[] bytes(String... rows) {
        return FeedShop.table(rows).getBytes(StandardCharsets.UTF_8);
    }

    private static FileSource https(FeedSite site, @Nullable String user) {
        return new FileSource(FileSource.Kind.HTTPS, site.url().toString(), user, null, null);
    }

    private static FileSource sftp(
            FileServer server, String name, @Nullable String hostKey, @Nullable String renameTo) {
        return new FileSource(
                FileSource.Kind.SFTP, "sftp://127.0.0.1:" + server.port() + "/" + name, "baton", hostKey, renameTo);
    }
}
