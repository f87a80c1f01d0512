package dev.baton.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.RunningBaton;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.purchasing.BeginSending;
import dev.baton.purchasing.PurchaseOrderId;
import dev.baton.purchasing.PurchaseOrderLinks;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderStatus;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A merchant with two suppliers that read mail, and a browser without JavaScript that looks at their pages. */
final class PortalShop {

    static final String CONTACT = "orders@acme.example";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    final RunningBaton baton;
    final MerchantId merchant;
    private final Map<String, String> titles = new HashMap<>();
    private final String key;

    /** Lamps and vases, which both suppliers have, acme the cheaper; acme speaks the language. */
    PortalShop(String language) {
        this(RunningBaton.shared(), CONTACT, language);
    }

    /** The same of a Baton, where acme reads its mail at that address. */
    PortalShop(RunningBaton baton, String contact, String language) {
        this.baton = baton;
        this.merchant = baton.newMerchant();
        this.key = baton.key(merchant, "admin");
        api("PUT", "/api/v1/stores/main", """
                {"kind": "api", "name": "Main", "currency": "EUR", "zone": "Europe/Berlin"}""", Map.of());
        supplier("acme", contact, language);
        supplier("bolt", "orders@bolt.example", "en");
    }

    private void supplier(String code, String mail, String language) {
        api("PUT", "/api/v1/suppliers/" + code, """
                {"name": "Supplier %s", "currency": "EUR", "zone": "Europe/Berlin", "country": "DE",
                 "workingHours": {"days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY"], "from": "09:00",
                                  "to": "17:00", "holidays": []},
                 "ackHours": 4, "netting": "GROSS", "bookingLagSeconds": 0, "graceSeconds": 0, "absence": "KEEP",
                 "maxFeedAgeSeconds": 3600, "dropshipFee": "1.00", "maxParcelWeightGrams": 30000,
                 "shippingRates": [{"country": "*", "maxWeightGrams": 30000, "price": "4.90"}],
                 "shipMethods": [{"storeMethod": "*", "code": "STD", "carrier": "dhl"}],
                 "instructions": {"packaging": "Plain box", "branding": null, "special": "No invoice inside"},
                 "mail": {"address": "%s", "cc": null}, "language": "%s", "live": true}""".formatted(code, mail, language), Map.of());
    }

    private PortalShop(RunningBaton baton, PortalShop before) {
        this.baton = baton;
        this.merchant = before.merchant;
        this.key = before.key;
        titles.putAll(before.titles);
    }

    /** The same merchant, once its Baton was started again. */
    PortalShop after(RunningBaton started) {
        return new PortalShop(started, this);
    }

    /** Baton mails the store's customers, in the name of a brand. */
    void mailsCustomers() {
        api("PUT", "/api/v1/brands/north", """
                {"name": "Northlight", "senderName": "Northlight", "senderAddress": "hello@northlight.example",
                 "replyTo": "hello@northlight.example", "supportEmail": "hello@northlight.example",
                 "accentColour": "#0f766e", "language": "en", "footer": "Northlight, Berlin"}""", Map.of());
        api("PUT", "/api/v1/stores/main", """
                {"kind": "api", "name": "Main", "currency": "EUR", "zone": "Europe/Berlin", "brand": "north",
                 "notifyCustomer": "BATON", "live": true}""", Map.of());
    }

    /** Goods of acme, and of bolt too where {@code both}. */
    void goods(String sku, String title, boolean both) {
        titles.put(sku, title);
        api("POST", "/api/v1/catalog/skus", """
                {"skus": [{"sku": "%s", "title": "%s", "weightGrams": 100}]}""".formatted(sku, title), Map.of());
        offer(sku, "acme", "1.00");
        if (both) {
            offer(sku, "bolt", "2.00");
        }
    }

    /** What acme asks for one of it from now on. */
    void costs(String sku, String cost) {
        offer(sku, "acme", cost);
    }

    private void offer(String sku, String supplier, String cost) {
        api("POST", "/api/v1/catalog/offers", """
                {"offers": [{"sku": "%s", "supplier": "%s", "supplierSku": "S-%s", "unitCost": "%s",
                             "currency": "EUR"}]}""".formatted(sku, supplier, sku, cost), Map.of());
        api("POST", "/api/v1/stock-feeds", """
                {"supplier": "%s", "mode": "DELTA", "observedAt": "%s",
                 "rows": [{"supplierSku": "S-%s", "quantity": 50}]}""".formatted(supplier, baton.clock().instant(), sku), Map.of());
    }

    /** Places an order of {@code sku×quantity} to Berlin; its purchase orders are written and not sent. */
    List<PurchaseOrderView> ordered(String id, String... lines) {
        return orderedTo(id, """
                {"name": "Ada Muster", "line1": "Probestraße 1", "city": "Berlin", "postcode": "10115",
                 "countryCode": "DE", "phone": "+4930123456"}""", lines);
    }

    List<PurchaseOrderView> orderedTo(String id, String address, String... lines) {
        return place(id, "2026-01-01T00:00:00Z", address, lines);
    }

    /** The store says of an order a day later where it goes now. */
    void changed(String id, String address, String... lines) {
        place(id, "2026-01-02T00:00:00Z", address, lines);
    }

    private List<PurchaseOrderView> place(String id, String updatedAt, String address, String... lines) {
        StringBuilder json = new StringBuilder();
        for (String line : lines) {
            String[] parts = line.split("×", -1);
            json.append(json.isEmpty() ? "" : ",")
                    .append("""
                    {"id": "%s-%s", "sku": "%s", "title": "%s", "quantity": %s, "unitPrice": "9.00"}""".formatted(id, parts[0], parts[0], titles.getOrDefault(parts[0], "?"), parts[1]));
        }
        api(
                "POST",
                "/api/v1/orders",
                """
                {"store": "main", "id": "%s", "name": "#%s", "currency": "EUR", "paid": true,
                 "updatedAt": "%s", "customer": {"name": "Ada Muster", "email": "%s@ada.example"},
                 "giftMessage": "Happy birthday", "shipTo": %s, "lines": [%s]}""".formatted(id, id, updatedAt, id, address, json),
                Map.of("Idempotency-Key", id + updatedAt));
        String found = "/api/v1/orders?store=main&storeOrderId=" + id;
        // under load an order is placed a moment after it was taken
        await().atMost(Duration.ofSeconds(20))
                .until(() -> api("GET", found, null, Map.of()).path("items").has(0));
        String order = api("GET", found, null, Map.of()).at("/items/0/id").asString("");
        return api("GET", "/api/v1/orders/" + order, null, Map.of())
                .path("purchaseOrders")
                .valueStream()
                .map(each -> order(each.path("number").asString("")))
                .toList();
    }

    /** As above, sent to the supplier: the first of them. */
    PurchaseOrderView sent(String id, String... lines) {
        return begin(ordered(id, lines).getFirst());
    }

    /** The point of no return. */
    PurchaseOrderView begin(PurchaseOrderView order) {
        in(() -> {
            if (order(order.number()).status() == PurchaseOrderStatus.ISSUED) {
                baton.bean(BeginSending.class).begin(merchant, Map.of(order.id(), order.version()));
            }
            return order;
        });
        return order(order.number());
    }

    PurchaseOrderView order(String number) {
        return in(() ->
                baton.bean(PurchaseOrderLookup.class).byNumber(merchant, number).orElseThrow());
    }

    /** The purchase order that followed a refusal. */
    PurchaseOrderView next(PurchaseOrderView order) {
        return order(order.number().replace("-1", "-2"));
    }

    String link(PurchaseOrderView of) {
        return link(of.id(), PurchaseOrderLinks.ALL);
    }

    String link(PurchaseOrderId of, int actions) {
        return in(() ->
                baton.bean(PurchaseOrderLinks.class).make(merchant, of, actions).path());
    }

    SupplierId supplierId(String code) {
        return in(() -> baton.bean(SupplierLookup.class)
                .byCode(merchant, code)
                .orElseThrow()
                .id());
    }

    Set<String> taskKinds() {
        return in(() -> baton.bean(Tasks.class).open(merchant, null, 100).stream()
                .map(Tasks.Task::kind)
                .collect(Collectors.toSet()));
    }

    <T> T in(java.util.function.Supplier<T> body) {
        return baton.bean(Tenancy.class).inTransaction(merchant, body);
    }

    /** What came back. */
    record Reply(int status, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Document page() {
            return Jsoup.parse(response.body());
        }

        String text() {
            return page().text();
        }
    }

    Reply get(String path) {
        return request("GET", path, null, Map.of());
    }

    Reply get(String path, Map<String, String> headers) {
        return request("GET", path, null, headers);
    }

    /** Sends a form of the page as a browser without JavaScript does, with these fields changed. */
    Reply submit(Reply shown, String form, Map<String, String> changed) {
        return submit(shown, form, changed, Map.of());
    }

    Reply submit(Reply shown, String form, Map<String, String> changed, Map<String, String> headers) {
        Element element = Objects.requireNonNull(
                shown.page().getElementById(form), () -> "no form " + form + " on: " + shown.text());
        Map<String, String> fields = new LinkedHashMap<>();
        element.select("input[name], select[name], textarea[name]").forEach(each -> {
            boolean unticked = each.attr("type").equals("checkbox") && !each.hasAttr("checked");
            if (!unticked) {
                fields.put(each.attr("name"), each.is("select") ? selected(each) : each.val());
            }
        });
        fields.putAll(changed);
        return post(element.attr("action"), fields, headers);
    }

    private static String selected(Element select) {
        Element chosen = select.selectFirst("option[selected]");
        return chosen == null ? "" : chosen.attr("value");
    }

    Reply post(String path, Map<String, String> fields, Map<String, String> headers) {
        String body = fields.entrySet().stream()
                .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/x-www-form-urlencoded");
        return request("POST", path, body, all);
    }

    /** The page a form leads to. */
    Reply follow(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(303);
        return get(reply.header("Location"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    JsonNode api(String method, String path, @Nullable String body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Authorization", "Bearer " + key);
        all.put("Content-Type", "application/json");
        Reply reply = request(method, path, body, all);
        assertThat(reply.status()).as(reply.response().body()).isBetween(200, 299);
        return JSON.readTree(reply.response().body());
    }

    Reply request(String method, String path, @Nullable String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(baton.baseUrl().resolve(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
