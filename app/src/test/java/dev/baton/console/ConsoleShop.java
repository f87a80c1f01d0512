package dev.baton.console;

import dev.baton.RunningBaton;
import dev.baton.merchants.JoinMerchant;
import dev.baton.merchants.MailSender;
import dev.baton.merchants.People;
import dev.baton.merchants.Role;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tasks.NewTask;
import dev.baton.platform.Tenancy;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.DefineSupplier;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.WorkingHours;
import dev.baton.testing.CustomersShop;
import dev.baton.trading.SupplierEndpoint;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A merchant with an owner, a store and a supplier, whose staff work over HTTP. */
final class ConsoleShop implements AutoCloseable {

    static final String PASSWORD = "correct horse battery";

    final RunningBaton baton;
    final MerchantId merchant;
    final String owner = "owner-" + UUID.randomUUID() + "@example.org";
    final CustomersShop shop;
    final SupplierId acme;
    private final SupplierEndpoint endpoint = new SupplierEndpoint();

    ConsoleShop() {
        this(RunningBaton.shared());
    }

    ConsoleShop(RunningBaton baton) {
        this.baton = baton;
        this.merchant = baton.newMerchant();
        baton.bean(JoinMerchant.class).joinAsOwner(merchant, owner, PASSWORD);
        this.shop = new CustomersShop(baton::bean, merchant, "main", "#0f766e", MailSender.BATON, true);
        this.acme = supplier();
    }

    private SupplierId supplier() {
        return baton.bean(DefineSupplier.class)
                .define(
                        merchant,
                        new SupplierDefinition(
                                "ACME",
                                "Acme Ltd",
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

    @Override
    public void close() {
        endpoint.close();
    }
}
