package dev.baton.console;

import dev.baton.world.http.MiniServer;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.mail.Letter;
import dev.baton.world.mail.MailHouse;
import dev.baton.world.mail.Mood;
import dev.baton.world.mail.Quarter;
import dev.baton.world.shopify.AdminApi;
import dev.baton.world.shopify.NewShopOrder;
import dev.baton.world.shopify.Shop;
import dev.baton.world.shopify.ShopEvent;
import dev.baton.world.shopify.ShopMood;
import dev.baton.world.shopify.ShopProduct;
import dev.baton.world.shopify.ShopProfile;
import dev.baton.world.shopify.WebhookSender;
import dev.baton.world.story.Address;
import dev.baton.world.story.Buyer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A store with one product, a supplier with a mailbox and a customer: all a newcomer meets on the first day. */
final class NewcomersWorld implements AutoCloseable {

    static final String TOKEN = "shpat_newcomer";
    static final String SECRET = "a-secret-of-the-app";

    private static final long ORDER = 6_001L;

    final MailHouse mail = MailHouse.open();
    final Quarter quarter;
    final Set<String> told = ConcurrentHashMap.newKeySet();
    private final Shop shop;
    private final AdminApi api;
    private final MiniServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private volatile @Nullable URI baton;

    NewcomersWorld() {
        Clock clock = Clock.systemUTC();
        quarter = mail.quarter(mail.freshDomain(), clock, new Calm(), (wait, entry) -> {});
        List.of(owner(), supplier(), customer()).forEach(quarter::openBox);
        shop = new Shop(
                new ShopProfile(
                        "acme",
                        "Acme",
                        "acme.myshopify.com",
                        "EUR",
                        "client",
                        SECRET,
                        TOKEN,
                        new TreeSet<>(ShopProfile.ALL_SCOPES),
                        true,
                        SECRET,
                        77),
                clock,
                this::tell);
        api = new AdminApi(shop, new Ledger(clock), clock, ShopMood.calm());
        server = MiniServer.start(0, api::handle);
        shop.list(new ShopProduct(
                41,
                "Desk lamp",
                "ACTIVE",
                clock.instant(),
                List.of(new ShopProduct.Variant(42, "Default Title", "LAMP", null, "39.00", 800))));
        shop.stock(42, "LAMP", true, 0);
    }

    private static final class Calm implements Quarter.Residents {

        @Override
        public void arrived(Letter letter) {}

        @Override
        public void strayed(String recipient) {}

        @Override
        public void moody(String recipient, Mood mood) {}

        @Override
        public Mood at(String recipient) {
            return Mood.CALM;
        }

        @Override
        public Mood of(Letter letter) {
            return Mood.CALM;
        }
    }

    void lookAt(URI address) {
        baton = address;
    }

    String owner() {
        return "owner@" + quarter.domain();
    }

    String supplier() {
        return "orders@acme." + quarter.domain();
    }

    String customer() {
        return "ada@" + quarter.domain();
    }

    String apiAddress() {
        return server.url().toString();
    }

    /** Somebody buys a lamp. */
    void buy() {
        shop.place(new NewShopOrder(
                ORDER,
                1001,
                new Buyer(1, "Ada", "Muster", customer(), "+4930123456", "en"),
                new Address(
                        "Ada",
                        "Muster",
                        null,
                        "Probestraße 1",
                        null,
                        "Berlin",
                        null,
                        null,
                        "10115",
                        "Germany",
                        "DE",
                        "+4930123456"),
                List.of(new NewShopOrder.Line(90_001, "LAMP", "Desk lamp", 2, 3_900, 0, 0, 800)),
                "EUR",
                "standard",
                490,
                null,
                null,
                true));
    }

    /** Units the shop shows as fulfilled. */
    int fulfilled() {
        return shop.fulfilledUnits(ORDER).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    List<Letter> box(String address) {
        return quarter.boxes().getOrDefault(address, List.of());
    }

    /** To where the app has asked for it, by its path: the public address of a test leads nowhere. */
    private void tell(ShopEvent event) {
        URI there = baton;
        for (URI address : api.subscriptions().addresses(event.topic())) {
            if (there == null) {
                return;
            }
            HttpRequest.Builder request = HttpRequest.newBuilder(there.resolve(address.getPath()))
                    .POST(HttpRequest.BodyPublishers.ofByteArray(event.body().bytes()));
            WebhookSender.headers(shop.profile(), event, event.eventId()).forEach(request::header);
            Thread.ofVirtual().start(() -> told.add(event.topic() + " " + status(request.build())));
        }
    }

    private int status(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    @Override
    public void close() {
        server.close();
        mail.close();
    }
}
