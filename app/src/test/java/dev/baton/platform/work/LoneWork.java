package dev.baton.platform.work;

import dev.baton.platform.MerchantId;
import dev.baton.testing.TestBaton;
import java.util.List;
import java.util.UUID;

/** Work of one kind taken up by hand, as one node of several would: what it throws comes to the test. */
public final class LoneWork {

    private final TestBaton baton;
    private final MerchantId merchant;
    private final WorkHandler handler;

    public LoneWork(TestBaton baton, MerchantId merchant, String kind) {
        this.baton = baton;
        this.merchant = merchant;
        this.handler = baton.all(WorkHandler.class).stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** The rows of it that nobody has finished, oldest first. */
    public List<UUID> ids() {
        return baton.in(
                merchant,
                () -> baton.jdbc()
                        .sql("select id from work where merchant_id = :merchant and kind = :kind order by id")
                        .param("merchant", merchant.value())
                        .param("kind", handler.kind())
                        .query(UUID.class)
                        .list());
    }

    /** Claims what is free of these rows and does it; answers how many it had claimed. */
    public int run(List<UUID> ids) {
        List<LeasedWork> claimed = baton.bean(DueWork.class).claim(merchant, ids, handler.lease());
        if (!claimed.isEmpty()) {
            handler.run(merchant, claimed);
        }
        return claimed.size();
    }
}
