package dev.baton.shopper;

import static org.awaitility.Awaitility.await;

import dev.baton.RunningBaton;
import dev.baton.merchants.MailSender;
import dev.baton.orders.Bucket;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.address.PostalAddress;
import dev.baton.platform.links.LinkPurpose;
import dev.baton.platform.links.Links;
import dev.baton.purchasing.AnswerCancellation;
import dev.baton.purchasing.AnswerCancellation.CancellationReply;
import dev.baton.purchasing.AnswerRecall;
import dev.baton.purchasing.AnswerRecall.RecallReply;
import dev.baton.purchasing.GiveUpRecall;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.purchasing.Recall;
import dev.baton.purchasing.RecallLookup;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.WorkingHours;
import dev.baton.testing.CustomersShop;
import dev.baton.testing.TestShop;
import dev.baton.trading.SupplierEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A running Baton with a store whose customers look at their orders over HTTP. */
final class CustomersPages implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final RunningBaton baton;
    final MerchantId merchant;
    final CustomersShop shop;
    final SupplierId acme;
    private final SupplierEndpoint endpoint = new SupplierEndpoint();

    CustomersPages(String code, String accent) {
        this(RunningBaton.shared(), code, accent);
    }

    CustomersPages(RunningBaton baton, String code, String accent) {
        this.baton = baton;
        this.merchant = baton.newMerchant();
        this.shop = store(code, accent);
        this.acme = supplier();
    }

    CustomersShop store(String code, String accent) {
        return new CustomersShop(baton::bean, merchant, code, accent, MailSender.BATON, true);
    }

    private SupplierId supplier() {
        return baton.bean(DefineSupplier.class)
                .define(
                        merchant,
                        new SupplierDefinition(
                                "SECRETSUPPLIER",
                                "SECRETSUPPLIER GmbH",
                                "EUR",
                                ZoneId.of("Europe/Berlin"),
                                "DE",
                                new WorkingHours(
                                        EnumSet.allOf(DayOfWeek.class),
                                        LocalTime.of(9, 0),
                                        LocalTime.of(17, 0),
                                        Set.of()),
                                4,
                                Netting.GROSS,
                                0,
                                0,
                                Absence.KEEP,
                                false,
                                86_400,
                                0,
                                30_000,
                                List.of(new ShippingRate("*", 30_000, 500)),
                                List.of(),
                                new Instructions(null, null, null),
                                new SupplierDefinition.Channel(endpoint.url(), SupplierEndpoint.SECRET),
                                true));
    }

    /** Places an order and waits until its supplier has it. */
    SalesOrderId sent(String id, String locale, String... lines) {
        return sent(
                id, new CustomerFacts("Ada Muster", id + "@customer.example", null, locale), TestShop.BERLIN, lines);
    }

    SalesOrderId sent(String id, CustomerFacts customer, @Nullable PostalAddress to, String... lines) {
        SalesOrderId order = shop.place(id, customer, to, lines);
        until(() -> units(order, Bucket.ALLOCATED) + units(order, Bucket.OPEN) == 0);
        return order;
    }

    /** The supplier agrees not to ship what was cancelled. */
    void agreesToCancel(SalesOrderId order) {
        until(() -> !purchaseOrder(order).cancellations().isEmpty());
        PurchaseOrderView of = purchaseOrder(order);
        baton.bean(AnswerCancellation.class)
                .answer(
                        merchant,
                        of.supplier(),
                        of.number(),
                        new CancellationReply(of.cancellations().getFirst().id(), true, null));
    }

    /** Once it asks for what left all the same: the supplier refuses, and the merchant lets it go; whether it does. */
    boolean givesUpRecall(SalesOrderId order) {
        PurchaseOrderView of = purchaseOrder(order);
        List<Recall> asked = baton.bean(Tenancy.class)
                .inTransaction(merchant, () -> baton.bean(RecallLookup.class).of(merchant, of.id()));
        for (Recall recall : asked) {
            baton.bean(AnswerRecall.class)
                    .answer(
                            merchant,
                            of.supplier(),
                            of.number(),
                            new RecallReply(recall.id(), AnswerRecall.Answer.REFUSED, null));
            baton.bean(GiveUpRecall.class).giveUp(merchant, recall.id());
        }
        return !asked.isEmpty();
    }

    private PurchaseOrderView purchaseOrder(SalesOrderId order) {
        return shop.purchaseOrders(order).getFirst();
    }

    int units(SalesOrderId order, Bucket bucket) {
        return shop.order(order).lines().stream()
                .mapToInt(line -> line.units().getOrDefault(bucket, 0))
                .sum();
    }

    void until(java.util.concurrent.Callable<Boolean> so) {
        await().atMost(Duration.ofSeconds(20)).until(so);
    }

    /** The path of the order's page. */
    String link(SalesOrderId order) {
        return "/o/" + handle(LinkPurpose.TRACKING, order, Duration.ofDays(1));
    }

    String handle(LinkPurpose purpose, SalesOrderId order, Duration lasts) {
        return baton.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> baton.bean(Links.class)
                                .sign(
                                        merchant,
                                        purpose,
                                        order.value(),
                                        1,
                                        baton.clock().instant().plus(lasts)));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(url(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request.build());
    }

    /** What is sent for a path, as it is sent. */
    byte[] bytes(String path) {
        try {
            return HTTP.send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    URI url(String path) {
        return baton.baseUrl().resolve(path);
    }

    static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
