package dev.baton.tracking.easypost;

import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Effect;
import dev.baton.platform.work.LeasedWork;
import dev.baton.platform.work.Work;
import dev.baton.platform.work.WorkHandler;
import dev.baton.tracking.CarrierMessages;
import dev.baton.tracking.RecordEstimates;
import dev.baton.tracking.RecordScans;
import dev.baton.tracking.ScanReceipt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads EasyPost's messages that were kept: their scans are recorded, each once however often it is told. */
@Component
class ReadTrackers implements WorkHandler {

    static final String KIND = "tracking.easypost";

    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Tenancy tenancy;
    private final CarrierMessages messages;
    private final RecordScans scans;
    private final RecordEstimates estimates;
    private final Work work;

    ReadTrackers(Tenancy tenancy, CarrierMessages messages, RecordScans scans, RecordEstimates estimates, Work work) {
        this.tenancy = tenancy;
        this.messages = messages;
        this.scans = scans;
        this.estimates = estimates;
        this.work = work;
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
        return BATCH;
    }

    @Override
    public Duration lease() {
        return LEASE;
    }

    @Override
    public void run(MerchantId merchant, List<LeasedWork> batch) {
        for (LeasedWork item : batch) {
            tenancy.run(merchant, () -> {
                messages.unread(merchant, item.subject())
                        .ifPresent(body -> messages.read(merchant, item.subject(), outcome(merchant, body)));
                work.finish(merchant, List.of(item));
            });
        }
    }

    /** A number nobody can read refuses the whole message before anything of it is recorded. */
    private String outcome(MerchantId merchant, byte[] body) {
        try {
            return recorded(merchant, body);
        } catch (Problem unreadable) {
            return "cannot be recorded: " + unreadable.detail();
        }
    }

    private String recorded(MerchantId merchant, byte[] body) {
        Optional<TrackerEvent> event = TrackerEvent.read(body);
        if (event.isEmpty()) {
            return "says nothing of a parcel";
        }
        ScanReceipt receipt = scans.record(merchant, event.get().scans());
        if (event.get().estimate() != null) {
            estimates.record(merchant, List.of(event.get().estimate()));
        }
        return "%d recorded, %d known, %d of numbers no shipment has named"
                .formatted(receipt.recorded(), receipt.duplicates(), receipt.unknown());
    }
}
