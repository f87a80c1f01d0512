package dev.baton.merchants;

import dev.baton.platform.Audit;
import dev.baton.platform.Audit.AuditEntry;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of the API: {@code bk_{merchant}_{secret}}, so that a key leads to its merchant and to nobody else. */
@Component
public final class Keys {

    /** The scopes of a merchant's key. */
    public static final Set<String> MERCHANT_SCOPES =
            Set.of("admin", "orders", "catalog", "stock", "suppliers", "read");

    /** The one scope of a supplier's key. */
    public static final String SUPPLIER_SCOPE = "supplier";

    private static final String PREFIX = "bk_";
    private static final int HEX = 32;
    private static final int LONGEST = 128;

    /** How long a key that was found is believed without asking again, in seconds. */
    private static final int BELIEVED_SECONDS = 5;

    private static final int MOST_BELIEVED = 10_000;

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;
    private final Map<String, Believed> believed = new ConcurrentHashMap<>();

    Keys(Tenancy tenancy, JdbcClient jdbc, Audit audit, Ids ids, Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    private record Believed(AuthenticatedKey key, long untilNanos) {}

    /**
     * Whose key this is; empty when it is not one of ours. A key that was found is believed for some seconds, so
     * that a busy caller costs no look-up per call. Opens a transaction of the merchant the key names.
     */
    public Optional<AuthenticatedKey> authenticate(String bearer) {
        Believed known = believed.get(bearer);
        if (known != null && known.untilNanos() - System.nanoTime() > 0) {
            return Optional.of(known.key());
        }
        Optional<AuthenticatedKey> found = find(bearer);
        found.ifPresentOrElse(key -> believe(bearer, key), () -> believed.remove(bearer));
        return found;
    }

    private void believe(String bearer, AuthenticatedKey key) {
        if (believed.size() >= MOST_BELIEVED) {
            believed.clear();
        }
        believed.put(bearer, new Believed(key, System.nanoTime() + TimeUnit.SECONDS.toNanos(BELIEVED_SECONDS)));
    }

    private Optional<AuthenticatedKey> find(String bearer) {
        int secretAt = PREFIX.length() + HEX + 1;
        if (!bearer.startsWith(PREFIX)
                || bearer.length() <= secretAt
                || bearer.length() > LONGEST
                || bearer.charAt(secretAt - 1) != '_') {
            return Optional.empty();
        }
        MerchantId merchant;
        try {
            merchant = MerchantId.parse(bearer.substring(PREFIX.length(), secretAt - 1));
        } catch (IllegalArgumentException noMerchant) {
            return Optional.empty();
        }
        return tenancy.inTransaction(merchant, () -> bySecret(merchant, bearer.substring(secretAt)));
    }

    /** By the hash of 256 random bits: how long the index takes tells nobody anything of use. */
    private Optional<AuthenticatedKey> bySecret(MerchantId merchant, String secret) {
        return jdbc.sql("""
                select key_id, scopes, supplier_id from api_key
                where merchant_id = :merchant and secret_sha256 = :hash and revoked_at is null
                """)
                .param("merchant", merchant.value())
                .param("hash", Token.sha256(secret))
                .query((row, number) -> new AuthenticatedKey(
                        merchant,
                        row.getObject("key_id", UUID.class),
                        Set.of((String[]) row.getArray("scopes").getArray()),
                        row.getObject("supplier_id", UUID.class)))
                .optional();
    }

    /**
     * Makes a key; opens or joins a transaction.
     *
     * @param supplier the supplier that will act with it; null = the merchant
     * @throws Problem {@link MerchantProblem#KEY_INVALID} with the field: a blank name, no scope, one that is not
     *     known, or a supplier's scope without a supplier
     */
    public NewKey create(MerchantId merchant, String name, Set<String> scopes, @Nullable UUID supplier) {
        check(name, scopes, supplier);
        UUID id = ids.next();
        String secret = Token.next();
        tenancy.run(merchant, () -> {
            jdbc.sql("""
                    insert into api_key (merchant_id, key_id, name, secret_sha256, scopes, supplier_id, created_at)
                    values (:merchant, :id, :name, :hash, :scopes::text[], :supplier::uuid, :at)
                    """)
                    .param("merchant", merchant.value())
                    .param("id", id)
                    .param("name", name)
                    .param("hash", Token.sha256(secret))
                    .param("scopes", SqlArrays.texts(new TreeSet<>(scopes)))
                    .param("supplier", supplier)
                    .param("at", SqlArrays.instant(clock.instant()))
                    .update();
            audit.record(
                    merchant,
                    List.of(new AuditEntry(
                            "CreateKey", "api_key", id, null, "CREATED", String.join(",", new TreeSet<>(scopes)))));
        });
        return new NewKey(id, PREFIX + merchant.hex() + "_" + secret);
    }

    /**
     * A key as it is shown; never its secret.
     *
     * @param supplier the supplier that acts with it; null = the merchant
     */
    public record KeyView(
            UUID id,
            String name,
            Set<String> scopes,
            @Nullable UUID supplier,
            Instant createdAt) {}

    /** The keys that work behind the given one (null = from the first), oldest first; needs an open transaction. */
    public List<KeyView> page(MerchantId merchant, @Nullable UUID after, int limit) {
        return jdbc.sql("""
                select key_id, name, scopes, supplier_id, created_at from api_key
                where merchant_id = :merchant and revoked_at is null and key_id > :after
                order by key_id
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("limit", limit)
                .query((row, number) -> new KeyView(
                        row.getObject("key_id", UUID.class),
                        row.getString("name"),
                        new TreeSet<>(Set.of((String[]) row.getArray("scopes").getArray())),
                        row.getObject("supplier_id", UUID.class),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    /**
     * Ends a key: here at once, on other nodes after the few seconds they believe it. Opens or joins a transaction.
     *
     * @throws Problem NOT_FOUND when no key of that id works
     */
    public void revoke(MerchantId merchant, UUID key) {
        tenancy.run(merchant, () -> {
            int revoked = jdbc.sql("""
                    update api_key set revoked_at = :at
                    where merchant_id = :merchant and key_id = :key and revoked_at is null
                    """)
                    .param("at", SqlArrays.instant(clock.instant()))
                    .param("merchant", merchant.value())
                    .param("key", key)
                    .update();
            if (revoked == 0) {
                throw new Problem(CommonProblem.NOT_FOUND, "No key of that id works any more.");
            }
            audit.record(merchant, List.of(new AuditEntry("RevokeKey", "api_key", key, "CREATED", "REVOKED", null)));
            tenancy.afterCommit(
                    () -> believed.values().removeIf(each -> each.key().keyId().equals(key)));
        });
    }

    private static void check(String name, Set<String> scopes, @Nullable UUID supplier) {
        require(MerchantChecks.isName(name), "name", "Give the key a name by which you will know it.");
        boolean ofSupplier = scopes.equals(Set.of(SUPPLIER_SCOPE));
        require(
                ofSupplier || (!scopes.isEmpty() && MERCHANT_SCOPES.containsAll(scopes)),
                "scope",
                "Use one or more of " + String.join(", ", new TreeSet<>(MERCHANT_SCOPES)) + ", or only "
                        + SUPPLIER_SCOPE + ".");
        require(
                ofSupplier == (supplier != null),
                "supplier",
                "A key of scope " + SUPPLIER_SCOPE + " belongs to one supplier, and no other key does.");
    }

    private static void require(boolean good, String field, String otherwise) {
        if (!good) {
            throw new Problem(MerchantProblem.KEY_INVALID, otherwise, field);
        }
    }
}
