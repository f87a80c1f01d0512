package dev.baton.portal;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.platform.mail.MailAddress;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.SupplierId;
import dev.baton.suppliers.SupplierLookup;
import dev.baton.suppliers.SupplierTerms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Codes by which a supplier's contact comes in without a link: six digits, ten minutes, five tries, one at a time. What
 * an address that is on no file gets to see is the same.
 */
@Component
class Codes {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final int TRIES = 5;

    /** Who asks again within this time gets no second mail. */
    private static final Duration ONE_IN = Duration.ofMinutes(1);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final MerchantKeys keys;
    private final SupplierLookup suppliers;
    private final Letters letters;
    private final Work work;
    private final Ids ids;
    private final Clock clock;

    Codes(
            Tenancy tenancy,
            JdbcClient jdbc,
            MerchantKeys keys,
            SupplierLookup suppliers,
            Letters letters,
            Work work,
            Ids ids,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.keys = keys;
        this.suppliers = suppliers;
        this.letters = letters;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Mails a code where the address is the contact of a supplier; opens a transaction. */
    void mail(MerchantId merchant, String address) {
        tenancy.run(merchant, () -> {
            List<SupplierId> whose = whose(merchant, address);
            if (!whose.isEmpty()) {
                make(merchant, contact(merchant, address), whose.getFirst());
            }
        });
    }

    private void make(MerchantId merchant, byte[] contact, SupplierId supplier) {
        Instant now = clock.instant();
        String code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(CODES));
        int made = jdbc.sql("""
                insert into portal_code (merchant_id, contact, code, tries, made_at, expires_at)
                values (:merchant, :contact, :code, 0, :now, :expires)
                on conflict (merchant_id, contact) do update set code = excluded.code, tries = 0,
                    made_at = excluded.made_at, expires_at = excluded.expires_at
                where portal_code.made_at <= :again
                """)
                .param("merchant", merchant.value())
                .param("contact", contact)
                .param("code", hash(merchant, contact, code))
                .param("now", SqlArrays.instant(now))
                .param("expires", SqlArrays.instant(now.plus(LIFE)))
                .param("again", SqlArrays.instant(now.minus(ONE_IN)))
                .update();
        if (made == 1) {
            UUID letter = ids.next();
            byte[] sealed =
                    keys.of(merchant).seal(code.getBytes(StandardCharsets.US_ASCII), MerchantKeys.bytes(letter));
            letters.insert(
                    merchant,
                    new Letters.Row(letter, Letters.Kind.CODE, supplier, null, sealed, null, now, now.plus(LIFE)));
            work.add(merchant, List.of(SendLetters.work(letter, now)));
        }
    }

    /** Suppliers the code opens; empty when it is wrong, too old, or was tried too often. It opens once. */
    List<SupplierId> open(MerchantId merchant, String address, String code) {
        return tenancy.inTransaction(merchant, () -> {
            byte[] contact = contact(merchant, address);
            List<byte[]> live = jdbc.sql("""
                    update portal_code set tries = tries + 1
                    where merchant_id = :merchant and contact = :contact and expires_at > :now and tries < :most
                    returning code
                    """)
                    .param("merchant", merchant.value())
                    .param("contact", contact)
                    .param("now", SqlArrays.instant(clock.instant()))
                    .param("most", TRIES)
                    .query((row, number) -> row.getBytes("code"))
                    .list();
            boolean right =
                    live.stream().anyMatch(known -> MessageDigest.isEqual(known, hash(merchant, contact, code)));
            if (!right) {
                return List.of();
            }
            jdbc.sql("delete from portal_code where merchant_id = :merchant and contact = :contact")
                    .param("merchant", merchant.value())
                    .param("contact", contact)
                    .update();
            return whose(merchant, address);
        });
    }

    private List<SupplierId> whose(MerchantId merchant, String address) {
        String wanted = normal(address);
        return suppliers.all(merchant).stream()
                .filter(terms -> isContact(terms, wanted))
                .map(SupplierTerms::id)
                .toList();
    }

    private static boolean isContact(SupplierTerms terms, String wanted) {
        MailChannel mail = terms.mail();
        return mail != null && !wanted.isEmpty() && normal(mail.address()).equals(wanted);
    }

    private static String normal(String address) {
        return MailAddress.read(address.strip())
                .map(read -> read.toString().toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private byte[] contact(MerchantId merchant, String address) {
        return keys.print(merchant, "contact:" + normal(address));
    }

    private byte[] hash(MerchantId merchant, byte[] contact, String code) {
        return keys.print(merchant, "code:" + java.util.HexFormat.of().formatHex(contact) + ":" + code);
    }
}
