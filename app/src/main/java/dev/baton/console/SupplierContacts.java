package dev.baton.console;

import dev.baton.console.SupplierViews.Reached;
import dev.baton.platform.MerchantId;
import dev.baton.suppliers.Contact;
import dev.baton.suppliers.KeepContacts;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How staff reach a supplier; needs an open transaction of the merchant. */
@Component
class SupplierContacts {

    private final KeepContacts contacts;
    private final SupplierLookup suppliers;

    SupplierContacts(KeepContacts contacts, SupplierLookup suppliers) {
        this.contacts = contacts;
        this.suppliers = suppliers;
    }

    Reached of(MerchantId merchant, SupplierTerms terms) {
        List<Contact> people = contacts.of(merchant, terms.id());
        MailChannel mail = terms.mail();
        return new Reached(
                terms.name(),
                SuppliersScreen.PATH + "/" + terms.id().value(),
                mail == null ? "" : mail.address(),
                people,
                AgreedRows.contacts(people));
    }

    /** Where there is anybody to reach; null = nobody is known, or it has to do with no supplier. */
    @Nullable
    Reached of(MerchantId merchant, @Nullable SupplierId supplier) {
        SupplierTerms terms = supplier == null
                ? null
                : suppliers.terms(merchant, List.of(supplier)).get(supplier);
        Reached reached = terms == null ? null : of(merchant, terms);
        return reached == null
                        || (reached.people().isEmpty() && reached.orders().isEmpty())
                ? null
                : reached;
    }
}
