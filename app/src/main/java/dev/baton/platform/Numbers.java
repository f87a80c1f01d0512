package dev.baton.platform;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;

/**
 * Human numbers, such as a sales order's {@code 1001}. They come in blocks from a short transaction of their
 * own, so that a number handed out is never handed out again, whatever becomes of the act that took it
 * (D12). A restore epoch above 0 is printed as a letter in front: {@code A1001}.
 */
@Component
public final class Numbers {

    private static final int BLOCK = 200;
    private static final long FIRST = 1001;

    private final JdbcClient jdbc;
    private final Tenancy ownTransactions;
    private final Map<String, Block> blocks = new HashMap<>();

    public Numbers(@Qualifier("sideDataSource") DataSource side) {
        this.jdbc = JdbcClient.create(side);
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
            }
            taken.add(prefix(block.epoch()) + block.next());
            blocks.put(key, new Block(block.epoch(), block.next() + 1, block.end()));
        }
        return taken;
    }

    private Block fetch(MerchantId merchant, String series) {
        return ownTransactions.inTransaction(merchant, () -> {
            jdbc.sql("""
                    insert into number_block (merchant_id, series, epoch, next_value)
                    values (:merchant, :series, 0, :first)
                    on conflict (merchant_id, series) do nothing
                    """)
                    .param("merchant", merchant.value())
                    .param("series", series)
                    .param("first", FIRST)
                    .update();
            return jdbc.sql("""
                    update number_block set next_value = next_value + :size
                    where merchant_id = :merchant and series = :series
                    returning epoch, next_value
                    """)
                    .param("size", BLOCK)
                    .param("merchant", merchant.value())
                    .param("series", series)
                    .query((row, number) -> new Block(
                            row.getInt("epoch"), row.getLong("next_value") - BLOCK, row.getLong("next_value")))
                    .single();
        });
    }

    private static String prefix(int epoch) {
        return epoch == 0 ? "" : String.valueOf((char) ('A' + (epoch - 1) % 26));
    }
}
