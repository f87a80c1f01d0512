package dev.baton.console;

import dev.baton.RunningBaton;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.Keys;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.People;
import dev.baton.merchants.Role;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderMoney;
import dev.baton.orders.OrderVersion;
import dev.baton.orders.Payment;
import dev.baton.orders.PlaceOrders;
import dev.baton.orders.StoreLine;
import dev.baton.orders.StoreOrder;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.NewDocument;
import dev.baton.platform.documents.RetentionClass;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.Contact;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.KeepContacts;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.WorkingHours;
import dev.baton.testing.CustomersShop;
import dev.baton.trading.SupplierEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A merchant with an owner, a store and a supplier, whose staff work over HTTP. */
final class ConsoleShop implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    private static final int BATCH = 200;

    final RunningBaton baton;
    final MerchantId merchant;
    final String owner = "owner-" + UUID.randomUUID() + "@example.org";
    final CustomersShop shop;
    final SupplierId acme;
    final SupplierEndpoint endpoint = new SupplierEndpoint();

    ConsoleShop() {
        this(RunningBaton.shared());
    }

    ConsoleShop(RunningBaton baton) {
        this.baton = baton;
        this.merchant = baton.newMerchant();
        baton.bean(JoinMerchant.class).joinAsOwner(merchant, owner, PASSWORD);
        this.shop = new CustomersShop(baton::bean, merchant, "main", "#0f766e", MailSender.BATON, true);
        this.acme = supplier("ACME");
    }

    /** Whom staff reach at the supplier. */
    void contacts() {
        baton.bean(KeepContacts.class)
                .keep(
                        merchant,
                        acme,
                        List.of(
                                new Contact(
                                        "Petra Jansen-van den Heuvel",
                                        "returns, what is broken, and the warehouse",
                                        "+31 (0)20 123 45 67",
                                        "petra.jansen-van-den-heuvel@warehouse.acme.example"),
                                new Contact("Warehouse", "", "030 5550100", "")));
    }

    /** A supplier with an endpoint that takes everything. */
    SupplierId supplier(String code) {
        return baton.bean(DefineSupplier.class)
                .define(
                        merchant,
                        new SupplierDefinition(
                                code,
                                code.equals("ACME") ? "Acme Ltd" : code + " Ltd",
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

    /** The supplier's system sends the text by a key of its own; answers the status. */
    int sends(String path, String text) {
        String key = baton.bean(Keys.class)
                .create(merchant, "acme", Set.of("supplier"), acme.value())
                .key();
        HttpRequest request = HttpRequest.newBuilder(baton.baseUrl().resolve(path))
                .header("authorization", "Bearer " + key)
                .header("content-type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Somebody nobody knows yet. */
    Staffer stranger() {
        return new Staffer(baton.baseUrl());
    }

    Staffer asOwner() {
        return stranger().signIn(owner, PASSWORD);
    }

    /** A new colleague of that role, signed in. */
    Staffer as(Role role) {
        return stranger().signIn(colleague(role), PASSWORD);
    }

    /** The address of a new colleague of that role. */
    String colleague(Role role) {
        String email = role.word() + "-" + UUID.randomUUID() + "@example.org";
        baton.bean(JoinMerchant.class).accept(baton.bean(People.class).invite(merchant, email, role), "", PASSWORD);
        return email;
    }

    /** So many orders without an address: each is held, and none goes anywhere. */
    void heldOrders(int count) {
        DocumentId document = baton.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> baton.bean(Documents.class)
                                .store(
                                        merchant,
                                        new NewDocument(
                                                "application/json",
                                                "{}",
                                                new byte[] {1},
                                                RetentionClass.STORE_INTAKE,
                                                null,
                                                null)));
        for (int from = 0; from < count; from += BATCH) {
            List<StoreOrder> batch = new ArrayList<>();
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                batch.add(withoutAddress("H" + i, document));
            }
            baton.bean(PlaceOrders.class).place(merchant, batch);
        }
    }

    private StoreOrder withoutAddress(String id, DocumentId document) {
        Instant now = baton.clock().instant();
        return new StoreOrder(
                shop.store().id(),
                id,
                "#" + id,
                now,
                new OrderVersion(now, null),
                Payment.PAID,
                false,
                null,
                false,
                "EUR",
                "EUR",
                new OrderMoney(5_000, 0, 0, true, 0, 5_000),
                new CustomerFacts("Customer " + id, id + "@customer.example", null, "en"),
                null,
                null,
                false,
                List.of(new StoreLine(id + "-1", "LAMP", "Desk lamp", 1, 1, 0, true, 1_000, 0, 0, Map.of())),
                List.of(),
                "Standard",
                null,
                null,
                List.of(),
                null,
                document);
    }

    /** So many open tasks of a kind, about nothing in particular. */
    void tasks(String kind, int count) {
        List<NewTask> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            tasks.add(new NewTask(
                    kind,
                    "supplier",
                    UUID.randomUUID(),
                    "Acme has not answered for " + (5 + i) + " h (agreed: 4 h)",
                    "If nothing is done the order goes to another supplier tomorrow. Call Acme, or wait."));
        }
        baton.bean(Tenancy.class).run(merchant, () -> baton.bean(Tasks.class).openAll(merchant, tasks));
    }

    /** Why the acts of that name were done, in their order. */
    List<String> audit(String act) {
        JdbcClient jdbc = baton.bean(JdbcClient.class);
        return baton.bean(Tenancy.class)
                .inTransaction(
                        merchant,
                        () -> jdbc.sql("""
                        select coalesce(why, '') as why from audit
                        where merchant_id = :merchant and act = :act order by audit_id
                        """)
                                .param("merchant", merchant.value())
                                .param("act", act)
                                .query((row, number) -> row.getString("why"))
                                .list());
    }

    @Override
    public void close() {
        endpoint.close();
    }
}
