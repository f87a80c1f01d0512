package dev.baton.tracking;

import dev.baton.orders.SalesOrderId;
import dev.baton.platform.MerchantId;
import dev.baton.shipping.PackageId;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.LostParcels.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Takes the carrier at its word: a parcel whose latest scan says lost is taken to be lost, and turns up with the next
 * scan that says where it is. What somebody has taken back since that scan stays taken back.
 */
@Component
class CarrierSaysLost {

    private final LostParcels lost;
    private final JudgeLost judge;

    CarrierSaysLost(LostParcels lost, JudgeLost judge) {
        this.lost = lost;
        this.judge = judge;
    }

    /** Needs an open transaction and the locks of the parcels' sales orders; stories are by tracked number. */
    void judge(MerchantId merchant, List<TrackedPackages.Row> parcels, Map<UUID, ScanStory> stories) {
        Map<PackageId, Instant> gone = new LinkedHashMap<>();
        Map<PackageId, SalesOrderId> seen = new LinkedHashMap<>();
        for (TrackedPackages.Row parcel : parcels) {
            ScanStory story = stories.get(parcel.number());
            if (story == null
                    || story.status() == null
                    || story.statusAt() == null
                    || story.deliveredAt() != null
                    || parcel.deliveredAt() != null) {
                continue;
            }
            switch (story.status()) {
                case LOST -> gone.put(parcel.id(), story.statusAt());
                case PRE_TRANSIT, IN_TRANSIT, OUT_FOR_DELIVERY, RETURNED, DELIVERED ->
                    seen.put(parcel.id(), parcel.salesOrder());
                // trouble with a parcel that is lost does not find it
                case EXCEPTION -> {}
            }
        }
        lose(merchant, gone);
        turnUp(merchant, seen);
    }

    private void lose(MerchantId merchant, Map<PackageId, Instant> gone) {
        if (gone.isEmpty()) {
            return;
        }
        Map<PackageId, Instant> takenBack = lost.turnedUpAt(merchant, gone.keySet());
        gone.forEach((parcel, said) -> {
            if (said.isAfter(takenBack.getOrDefault(parcel, Instant.MIN))) {
                judge.lose(merchant, parcel, Because.CARRIER, null);
            }
        });
    }

    private void turnUp(MerchantId merchant, Map<PackageId, SalesOrderId> seen) {
        if (seen.isEmpty()) {
            return;
        }
        Map<PackageId, SalesOrderId> found = lost.of(merchant, seen.keySet()).values().stream()
                .filter(verdict -> verdict.because() == Because.CARRIER)
                .map(Verdict::parcel)
                .collect(Collectors.toMap(Function.identity(), seen::get));
        judge.turnUp(merchant, found, "the carrier has it again");
    }
}
