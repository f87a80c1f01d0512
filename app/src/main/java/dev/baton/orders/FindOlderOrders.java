package dev.baton.orders;

import dev.baton.merchants.JoinMerchant;
import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.NewWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Makes orders findable by their customers that were placed before there was a search of customers: once per merchant, a
 * page a transaction, and on from where it was after a restart. What is findable already stays as it is. A page locks its
 * orders, so that nobody's erasure or change happens between reading the record and writing its digests.
 */
@Component
class FindOlderOrders implements WorkHandler {

    static final String KIND = "orders.find-older";

    private static final Logger log = LoggerFactory.getLogger(FindOlderOrders.class);

    private static final int PAGE = 100;
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** Then others have a turn. */
    private static final Duration TURN = Duration.ofSeconds(5);

    private static final UUID FIRST = new UUID(0L, 0L);

    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final JoinMerchant installation;
    private final CustomerRecords records;
    private final CustomerTokens tokens;
    private final Work work;
    private final Clock clock;

    FindOlderOrders(
            Tenancy tenancy,
            JdbcClient jdbc,
            JoinMerchant installation,
            EraseCustomer.Forgetting known,
            Work work,
            Clock clock) {
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.installation = installation;
        this.records = known.records();
        this.tokens = known.tokens();
        this.work = work;
        this.clock = clock;
    }

    /** Begins it for every merchant for whom it never began; a start must not fail for it. */
    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        try {
            installation.merchants().forEach(this::begin);
        } catch (DataAccessException | TransactionException away) {
            log.warn("older orders are made findable from the next start on: {}", away.toString());
        }
    }

    /** Begins it once for ever; a merchant without orders is through at once. Opens a transaction. */
    void begin(MerchantId merchant) {
        Instant now = clock.instant();
        tenancy.run(merchant, () -> {
            int begun = jdbc.sql("""
                    insert into customer_search_fill (merchant_id, reached, begun_at)
                    values (:merchant, :first, :now)
                    on conflict (merchant_id) do nothing
                    """)
                    .param("merchant", merchant.value())
                    .param("first", FIRST)
                    .param("now", SqlArrays.instant(now))
                    .update();
            if (begun == 1) {
                work.add(merchant, List.of(new NewWork(KIND, KIND, merchant.value(), now, false)));
            }
        });
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Effect effect() {
        return Effect.REPEATABLE;
    }

    @Override
    public int batchLimit() {
        return 1;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork leased : batch) {
            long end = System.nanoTime() + TURN.toNanos();
            boolean more = true;
            while (more && System.nanoTime() < end) {
                more = tenancy.inTransaction(merchant, () -> page(merchant));
            }
            boolean goesOn = more;
            tenancy.run(merchant, () -> {
                if (goesOn) {
                    work.again(merchant, leased, clock.instant(), "more orders to be made findable");
                } else {
                    work.finish(merchant, List.of(leased));
                }
            });
        }
    }

    /** One page; false when there is no further one. Needs an open transaction. */
    boolean page(MerchantId merchant) {
        Optional<UUID> reached = jdbc.sql("""
                select reached from customer_search_fill
                where merchant_id = :merchant and ended_at is null limit 1 for no key update
                """)
                .param("merchant", merchant.value())
                .query((row, number) -> row.getObject("reached", UUID.class))
                .optional();
        if (reached.isEmpty()) {
            return false;
        }
        Map<UUID, UUID> recordOf = lock(merchant, reached.get());
        Map<UUID, CustomerRecords.Content> people = records.read(merchant, recordOf.values());
        Map<SalesOrderId, CustomerRecords.Content> customers = new HashMap<>();
        UUID last = reached.get();
        for (Map.Entry<UUID, UUID> order : recordOf.entrySet()) {
            CustomerRecords.Content person = people.get(order.getValue());
            if (person != null) {
                customers.put(new SalesOrderId(order.getKey()), person);
            }
            last = order.getKey();
        }
        tokens.add(merchant, customers);
        boolean more = recordOf.size() == PAGE;
        jdbc.sql("""
                update customer_search_fill set reached = :last, ended_at = :ended where merchant_id = :merchant
                """)
                .param("last", last)
                .param("ended", SqlArrays.instant(more ? null : clock.instant()))
                .param("merchant", merchant.value())
                .update();
        return more;
    }

    /** The records of the next orders, in key order. */
    private Map<UUID, UUID> lock(MerchantId merchant, UUID reached) {
        Map<UUID, UUID> recordOf = new LinkedHashMap<>();
        jdbc.sql("""
                select sales_order_id, record_id from sales_order
                where merchant_id = :merchant and sales_order_id > :reached
                order by sales_order_id
                limit :limit
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("reached", reached)
                .param("limit", PAGE)
                .query(row -> {
                    recordOf.put(row.getObject("sales_order_id", UUID.class), row.getObject("record_id", UUID.class));
                });
        return recordOf;
    }
}
