package dev.baton.channels;

import dev.baton.channels.InboxRows.Kept;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.documents.DocumentId;
import dev.baton.platform.documents.Documents;
import dev.baton.platform.documents.StoredDocument;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes kept messages in hand: from memory where this node has just kept them, else from the database. */
@Component
class OpenIntakes {

    private final Tenancy tenancy;
    private final FreshIntakes fresh;
    private final InboxRows rows;
    private final Documents documents;
    private final Work work;

    OpenIntakes(Tenancy tenancy, FreshIntakes fresh, InboxRows rows, Documents documents, Work work) {
        this.tenancy = tenancy;
        this.fresh = fresh;
        this.rows = rows;
        this.documents = documents;
        this.work = work;
    }

    /** In the order they were kept. Work whose message is gone (its person was erased) is finished here. */
    List<Opened> open(MerchantId merchant, List<LeasedWork> batch) {
        List<Opened> opened = new ArrayList<>(batch.size());
        List<LeasedWork> others = new ArrayList<>();
        for (LeasedWork leased : batch) {
            Intake intake = fresh.find(merchant, leased.subject());
            if (intake == null) {
                others.add(leased);
            } else {
                opened.add(new Opened(leased, intake));
            }
        }
        if (!others.isEmpty()) {
            opened.addAll(tenancy.inTransaction(merchant, () -> read(merchant, others)));
        }
        opened.sort(Comparator.comparing(one -> one.intake().id()));
        return opened;
    }

    private List<Opened> read(MerchantId merchant, List<LeasedWork> wanted) {
        Map<UUID, Kept> kept = new HashMap<>();
        rows.read(merchant, wanted.stream().map(LeasedWork::subject).toList()).forEach(row -> kept.put(row.id(), row));
        Map<DocumentId, StoredDocument> stored = documents.readAll(
                merchant, kept.values().stream().map(Kept::document).toList());
        List<Opened> opened = new ArrayList<>(wanted.size());
        List<LeasedWork> without = new ArrayList<>();
        for (LeasedWork leased : wanted) {
            Kept row = kept.get(leased.subject());
            StoredDocument document = row == null ? null : stored.get(row.document());
            if (row == null || document == null) {
                without.add(leased);
            } else {
                opened.add(new Opened(leased, row.with(document.bytes())));
            }
        }
        work.finish(merchant, without);
        return opened;
    }
}
