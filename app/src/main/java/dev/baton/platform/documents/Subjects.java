package dev.baton.platform.documents;

import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Sealing;
import dev.baton.platform.SqlArrays;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The people a merchant keeps data of, each with a key wrapped by the merchant's. Erasing a person deletes the
 * wrapped key; what it sealed can then be read nowhere, earlier backups of the sealed data included.
 */
@Component
public final class Subjects {

    private static final int KEY_BYTES = 32;

    private final JdbcClient jdbc;
    private final MerchantKeys merchantKeys;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Subjects(JdbcClient jdbc, MerchantKeys merchantKeys, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.merchantKeys = merchantKeys;
        this.ids = ids;
        this.clock = clock;
    }

    /** Makes that many new people with fresh keys; needs an open transaction of the merchant. */
    public List<SubjectKey> createAll(MerchantId merchant, int count) {
        if (count == 0) {
            return List.of();
        }
        Sealing merchantKey = merchantKeys.of(merchant);
        List<SubjectKey> made = new ArrayList<>(count);
        List<UUID> rowIds = new ArrayList<>(count);
        List<byte[]> wrapped = new ArrayList<>(count);
        byte[] material = new byte[KEY_BYTES * count];
        random.nextBytes(material);
        for (int i = 0; i < count; i++) {
            byte[] key = java.util.Arrays.copyOfRange(material, i * KEY_BYTES, (i + 1) * KEY_BYTES);
            UUID id = ids.next();
            rowIds.add(id);
            wrapped.add(merchantKey.seal(key, MerchantKeys.bytes(id)));
            made.add(new SubjectKey(new SubjectId(id), new Sealing(key)));
        }
        jdbc.sql("""
                insert into subject (merchant_id, subject_id, wrapped_key, created_at)
                select :merchant, s.id, s.wrapped, :at
                from unnest(:ids::uuid[], :wrapped::bytea[]) as s (id, wrapped)
                """)
                .param("merchant", merchant.value())
                .param("at", SqlArrays.instant(clock.instant()))
                .param("ids", SqlArrays.uuids(rowIds))
                .param("wrapped", SqlArrays.blobs(wrapped))
                .update();
        return made;
    }

    /** The keys of people not erased; an erased one is absent. Needs an open transaction of the merchant. */
    public Map<SubjectId, SubjectKey> keys(MerchantId merchant, Collection<SubjectId> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        Sealing merchantKey = merchantKeys.of(merchant);
        Map<SubjectId, SubjectKey> keys = new HashMap<>();
        jdbc.sql("""
                select subject_id, wrapped_key from subject
                where merchant_id = :merchant and subject_id = any(:ids::uuid[]) and wrapped_key is not null
                """)
                .param("merchant", merchant.value())
                .param(
                        "ids",
                        SqlArrays.uuids(subjects.stream()
                                .map(SubjectId::value)
                                .distinct()
                                .toList()))
                .query(row -> {
                    UUID id = row.getObject("subject_id", UUID.class);
                    byte[] key = merchantKey.open(row.getBytes("wrapped_key"), MerchantKeys.bytes(id));
                    keys.put(new SubjectId(id), new SubjectKey(new SubjectId(id), new Sealing(key)));
                });
        return keys;
    }

    /**
     * Erases a person: the key is gone for good, and with it everything it sealed. Erasing twice is erasing once. Needs
     * an open transaction of the merchant.
     */
    public void erase(MerchantId merchant, SubjectId subject) {
        jdbc.sql("""
                update subject set wrapped_key = null
                where merchant_id = :merchant and subject_id = :subject and wrapped_key is not null
                """)
                .param("merchant", merchant.value())
                .param("subject", subject.value())
                .update();
    }
}
