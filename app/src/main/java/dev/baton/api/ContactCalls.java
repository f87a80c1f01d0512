package dev.baton.api;

import dev.baton.platform.Tenancy;
import dev.baton.suppliers.Contact;
import dev.baton.suppliers.KeepContacts;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whom staff reach at a supplier. */
@RestController
@RequestMapping("/api/v1/suppliers/{code}/contacts")
@Tag(name = "Suppliers")
class ContactCalls {

    private final Tenancy tenancy;
    private final SupplierLookup suppliers;
    private final KeepContacts contacts;

    ContactCalls(Tenancy tenancy, SupplierLookup suppliers, KeepContacts contacts) {
        this.tenancy = tenancy;
        this.suppliers = suppliers;
        this.contacts = contacts;
    }

    /**
     * Somebody there; one of phone and email is needed.
     *
     * @param duty what the person is asked about; null = anything
     */
    record Person(
            String name,
            @Nullable String duty,
            @Nullable String phone,
            @Nullable String email) {

        static Person of(Contact contact) {
            return new Person(contact.name(), orNull(contact.duty()), orNull(contact.phone()), orNull(contact.email()));
        }

        private static @Nullable String orNull(String text) {
            return text.isEmpty() ? null : text;
        }

        Contact stated() {
            return new Contact(name.strip(), orEmpty(duty), orEmpty(phone), orEmpty(email));
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text.strip();
        }
    }

    /** In the order they are to be tried. */
    record People(List<Person> items) {}

    @Operation(summary = "List whom staff reach at a supplier")
    @Needs({Scope.READ, Scope.SUPPLIERS})
    @GetMapping
    People read(Caller caller, @PathVariable String code) {
        return tenancy.inTransaction(caller.merchant(), () -> people(caller, id(caller, code)));
    }

    @Operation(
            summary = "Keep whom staff reach at a supplier",
            description = "Replaces them all. They stand beside what waits for the supplier; nothing is sent to them by"
                    + " itself.")
    @Needs(Scope.SUPPLIERS)
    @PutMapping
    People keep(Caller caller, @PathVariable String code, @RequestBody People body) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            SupplierId supplier = id(caller, code);
            contacts.keep(
                    caller.merchant(),
                    supplier,
                    body.items().stream().map(Person::stated).toList());
            return people(caller, supplier);
        });
    }

    private People people(Caller caller, SupplierId supplier) {
        return new People(contacts.of(caller.merchant(), supplier).stream()
                .map(Person::of)
                .toList());
    }

    private SupplierId id(Caller caller, String code) {
        return SupplierCalls.byCode(suppliers, caller.merchant(), code).id();
    }
}
