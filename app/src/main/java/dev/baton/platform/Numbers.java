package dev.baton.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;

/**
 * Human numbers, such as a sales order's {@code 1001}. They come in blocks from a short transaction of their
 * own, so that a number handed out is never handed out again, whatever becomes of the act that took it
 * (D12). A restore epoch above 0 is printed as a letter in front: {@code A1001}; it is the higher one of the database
 * and of the witness outside of it.
 */
@Component
public final class Numbers {

    private static final int BLOCK = 200;
    private static final long FIRST = 1001;
    private static final int LETTERS = 26;

    private final JdbcClient jdbc;
    private final Tenancy ownTransactions;
    private final NumberWitness witness;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Map<MerchantId, Integer> epochs = new ConcurrentHashMap<>();

    public Numbers(@Qualifier("sideDataSource") DataSource side, ObjectProvider<NumberWitness> witness) {
        this.jdbc = JdbcClient.create(side);
        this.witness = witness.getIfAvailable(NumberWitness::none);
        this.ownTransactions = new Tenancy(new JdbcTransactionManager(side), jdbc);
    }

    private record Block(int epoch, long next, long end) {}

    /** The next {@code count} numbers of a series, rising. Opens its own short transaction when a block is used up. */
    public synchronized List<String> take(MerchantId merchant, String series, int count) {
        List<String> taken = new ArrayList<>(count);
        String key = merchant.value() + "/" + series;
        while (taken.size() < count) {
            Block block = blocks.get(key);
            if (block == null || block.next() == block.end()) {
                block = fetch(merchant, series);
                witness.blockTaken(merchant, series, block.epoch(), block.end());
            }
            taken.add(prefix(block.epoch()) + block.next());
            blocks.put(key, new Block(block.epoch(), block.next() + 1, block.end()));
        }
        return taken;
    }

    /**
     * A number as it must begin today what is numbered after it: {@code 1001} itself in epoch 0, {@code A1001} when the
     * database was put back since. Opens its own short transaction the first time a merchant asks.
     */
    public String ofToday(MerchantId merchant, String number) {
        int first = 0;
        while (first < number.length() && Character.isUpperCase(number.charAt(first))) {
            first++;
        }
        return prefix(epochs.computeIfAbsent(merchant, this::highestEpoch)) + number.substring(first);
    }

    private int highestEpoch(MerchantId merchant) {
        int known = ownTransactions.inTransaction(
                merchant,
                () -> jdbc.sql("select coalesce(max(epoch), 0) from number_block where merchant_id = :merchant")
                        .param("merchant", merchant.value())
                        .query(Integer.class)
                        .single());
        return Math.max(known, witness.epoch());
    }

    private Block fetch(MerchantId merchant, String series) {
        return ownTransactions.inTransaction(merchant, () -> {
            jdbc.sql("""
                    insert into number_block (merchant_id, series, epoch, next_value)
                    values (:merchant, :series, :epoch, :first)
                    on conflict (merchant_id, series) do nothing
                    """)
                    .param("merchant", merchant.value())
                    .param("series", series)
                    .param("epoch", witness.epoch())
                    .param("first", FIRST)
                    .update();
            return jdbc.sql("""
                    update number_block set next_value = next_value + :size, epoch = greatest(epoch, :epoch)
                    where merchant_id = :merchant and series = :series
                    returning epoch, next_value
                    """)
                    .param("size", BLOCK)
                    .param("epoch", witness.epoch())
                    .param("merchant", merchant.value())
                    .param("series", series)
                    .query((row, number) -> new Block(
                            row.getInt("epoch"), row.getLong("next_value") - BLOCK, row.getLong("next_value")))
                    .single();
        });
    }

    /** What stands before a number of that restore epoch: nothing, A to Z, then AA; two epochs never print alike. */
    public static String prefix(int epoch) {
        StringBuilder letters = new StringBuilder();
        for (int rest = epoch; rest > 0; rest = (rest - 1) / LETTERS) {
            letters.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return letters.toString();
    }
}
