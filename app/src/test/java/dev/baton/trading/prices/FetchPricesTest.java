package dev.baton.trading.prices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.platform.Problem;
import dev.baton.platform.Tasks;
import dev.baton.trading.sources.FetchFiles;
import dev.baton.trading.sources.FetchPlan;
import dev.baton.trading.sources.FileSource;
import dev.baton.world.feeds.FeedSite;
import dev.baton.world.feeds.FileServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Price lists that are fetched on a schedule. */
class FetchPricesTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final PriceShop shop = new PriceShop();

    @TempDir
    Path folder;

    @BeforeEach
    void offer() {
        shop.offer("CUP", "10.00");
    }

    @Test
    void fetchesAListByHttpsOnceAVersion() {
        try (FeedSite site = FeedSite.open()) {
            site.lay(bytes("11.00"), "v1");
            define(https(site), "token");
            shop.baton.runDue();
            assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");

            look(DAY);
            site.lay(bytes("12.00"), "v2");
            look(DAY);

            assertThat(shop.cost("CUP")).isEqualTo("12.00 EUR");
            assertThat(files()).hasSize(2);
            assertThat(site.asked())
                    .extracting(request -> request.headerOrEmpty("if-none-match"))
                    .containsExactly("", "\"v1\"", "\"v1\"");
            assertThat(site.asked().getFirst().header("authorization")).isEqualTo("Bearer token");
            assertThat(list().source().checkedAt()).isNotNull();
            assertThat(list().source().hasSecret()).isTrue();
        }
    }

    @Test
    void takesAListFromAFileServerOnceTwoLooksSawItTheSameAndPinsTheKey() throws IOException {
        try (FileServer server = FileServer.open(folder, "baton", "pw")) {
            Path file = lay("prices.csv", "sku,cost\nS-CUP,1", "2026-03-02T08:00:00Z");
            define(sftp(server), "pw");
            shop.baton.runDue();
            Files.write(file, bytes("11.00"));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-02T08:00:30Z")));
            look(FetchFiles.SETTLING);
            assertThat(files()).as("half a list may look like a list").isEmpty();
            look(FetchFiles.SETTLING);

            assertThat(shop.cost("CUP")).isEqualTo("11.00 EUR");
            assertThat(list().source().hostKey()).isEqualTo(server.fingerprint());

            server.exchangeKey();
            look(DAY);
            assertThat(tasks()).containsExactly(FetchPrices.UNREACHABLE);
            assertThat(list().source().trouble()).isNotBlank();
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void fetchesNothingAnyMoreOnceFilesAreSentOrTheListIsOutOfUse() {
        try (FeedSite site = FeedSite.open()) {
            site.refuse(401);
            define(https(site), null);
            shop.baton.runDue();
            assertThat(tasks()).containsExactly(FetchPrices.UNREACHABLE);

            shop.define("sku,cost");
            look(DAY);
            assertThat(tasks()).isEmpty();
            assertThat(site.asked()).hasSize(1);

            define(https(site), null);
            shop.baton.runDue();
            shop.baton.bean(DefinePriceList.class).retire(shop.merchant, PriceShop.LIST);
            look(DAY);
            look(DAY);
            assertThat(tasks()).isEmpty();
            assertThat(site.asked()).hasSize(2);
        }
    }

    @Test
    void keepsTheSecretAndWhatWasSeenWhereOnlyTheMappingChanges() {
        try (FeedSite site = FeedSite.open()) {
            site.lay(bytes("11.00"), "v1");
            define(https(site), "token");
            shop.baton.runDue();
            define(https(site), null);
            shop.baton.runDue();

            assertThat(site.asked().getLast().headerOrEmpty("if-none-match")).isEqualTo("\"v1\"");
            assertThat(site.asked().getLast().header("authorization")).isEqualTo("Bearer token");
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void refusesASourceThatIsNone() {
        assertField("source.url", new FileSource(FileSource.Kind.HTTPS, "ftp://acme.example/x", null, null, null), 60);
        assertField("source.url", new FileSource(FileSource.Kind.UPLOAD, "https://a.example/x", null, null, null), 60);
        assertField(
                "source.hostKey", new FileSource(FileSource.Kind.SFTP, "sftp://a.example/x", null, "MD5:1", null), 60);
        assertField("everyMinutes", new FileSource(FileSource.Kind.HTTPS, "https://a.example/x", null, null, null), 1);
    }

    private void assertField(String field, FileSource source, int everyMinutes) {
        assertThatThrownBy(() -> shop.define(definition(source, everyMinutes)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.field()).isEqualTo(field));
    }

    private void define(FileSource source, @Nullable String secret) {
        shop.define(definition(source, 1_440), secret);
    }

    private static PriceListDefinition definition(FileSource source, int everyMinutes) {
        return new PriceListDefinition(null, null, PriceShop.mapping("sku,cost"), new FetchPlan(source, everyMinutes));
    }

    private void look(Duration later) {
        shop.baton.clock().advance(later);
        shop.baton.runDue();
    }

    private PriceListView list() {
        return shop.baton.bean(PriceListLookup.class).list(shop.merchant, PriceShop.LIST);
    }

    private List<PriceListLookup.FileView> files() {
        return shop.baton.bean(PriceListLookup.class).files(shop.merchant, PriceShop.LIST, null, 10);
    }

    private List<String> tasks() {
        return shop.baton.in(
                shop.merchant,
                () -> shop.baton.bean(Tasks.class).open(shop.merchant, null, 10).stream()
                        .map(Tasks.Task::kind)
                        .filter(kind -> kind.startsWith("trading.price"))
                        .toList());
    }

    private Path lay(String name, String text, String changedAt) throws IOException {
        Path file = Files.writeString(folder.resolve(name), text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse(changedAt)));
        return file;
    }

    private static byte[] bytes(String cost) {
        return ("sku,cost\nS-CUP," + cost + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static FileSource https(FeedSite site) {
        return new FileSource(FileSource.Kind.HTTPS, site.url().toString(), null, null, null);
    }

    private static FileSource sftp(FileServer server) {
        return new FileSource(
                FileSource.Kind.SFTP, "sftp://127.0.0.1:" + server.port() + "/prices.csv", "baton", null, null);
    }
}
