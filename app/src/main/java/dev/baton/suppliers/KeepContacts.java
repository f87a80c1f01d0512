package dev.baton.suppliers;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps whom staff reach at a supplier, in the order they are to be tried. */
@Component
public final class KeepContacts {

    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final SupplierLookup suppliers;
    private final Audit audit;

    KeepContacts(Tenancy tenancy, JdbcClient jdbc, SupplierLookup suppliers, Audit audit) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.suppliers = suppliers;
        this.audit = audit;
    }

    /**
     * Keeps these people instead of those before; the audit says how many, and names nobody. Opens or joins a
     * transaction.
     *
     * @throws Problem {@link SupplierProblem#SUPPLIER_UNKNOWN}; {@link SupplierProblem#SUPPLIER_TERM_INVALID} when one
     *     has no name or can be reached by nothing, or there are too many
     */
    public void keep(MerchantId merchant, SupplierId supplier, List<Contact> contacts) {
        if (contacts.size() > MOST) {
            throw invalid("Name at most " + MOST + " people.");
        }
        contacts.forEach(KeepContacts::check);
        tenancy.run(merchant, () -> {
            if (!suppliers.terms(merchant, List.of(supplier)).containsKey(supplier)) {
                throw new Problem(SupplierProblem.SUPPLIER_UNKNOWN, "No supplier has the id " + supplier.value() + ".");
            }
            jdbc.sql("delete from supplier_contact where merchant_id = :merchant and supplier_id = :supplier")
                    .param("merchant", merchant.value())
                    .param("supplier", supplier.value())
                    .update();
            for (int i = 0; i < contacts.size(); i++) {
                insert(merchant, supplier, i, contacts.get(i));
            }
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "KeepContacts",
                            "supplier",
                            supplier.value(),
                            null,
                            contacts.size() == 1 ? "1 person" : contacts.size() + " people",
                            null)));
        });
    }

    private static void check(Contact contact) {
        if (contact.name().isBlank()) {
            throw invalid("Say who it is: a name, or such as Warehouse.");
        }
        if (contact.phone().isBlank() && contact.email().isBlank()) {
            throw invalid(contact.name() + " needs a phone number or a mail address.");
        }
        if (!contact.phone().isBlank() && contact.dialled().length() < 4) {
            throw invalid("\"" + contact.phone() + "\" is no phone number.");
        }
        if (!contact.email().isBlank() && !contact.email().matches("[^@\\s]+@[^@\\s]+")) {
            throw invalid("\"" + contact.email() + "\" is no mail address.");
        }
        if (contact.name().length() > LONGEST
                || contact.duty().length() > LONGEST
                || contact.phone().length() > LONGEST
                || contact.email().length() > LONGEST) {
            throw invalid("Each part is at most " + LONGEST + " characters long.");
        }
    }

    private static Problem invalid(String why) {
        return new Problem(SupplierProblem.SUPPLIER_TERM_INVALID, why, "contacts");
    }

    private void insert(MerchantId merchant, SupplierId supplier, int position, Contact contact) {
        jdbc.sql("""
                insert into supplier_contact (merchant_id, supplier_id, position, name, duty, phone, email)
                values (:merchant, :supplier, :position, :name, :duty, :phone, :email)
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .param("position", position)
                .param("name", contact.name())
                .param("duty", contact.duty())
                .param("phone", contact.phone())
                .param("email", contact.email())
                .update();
    }

    /** Whom staff reach there, the first to be tried first. Needs an open transaction. */
    public List<Contact> of(MerchantId merchant, SupplierId supplier) {
        return jdbc.sql("""
                select name, duty, phone, email from supplier_contact
                where merchant_id = :merchant and supplier_id = :supplier
                order by position
                """)
                .param("merchant", merchant.value())
                .param("supplier", supplier.value())
                .query((row, number) -> new Contact(
                        row.getString("name"), row.getString("duty"), row.getString("phone"), row.getString("email")))
                .list();
    }
}
