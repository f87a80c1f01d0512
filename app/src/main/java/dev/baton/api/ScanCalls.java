package dev.baton.api;

import dev.baton.tracking.NewScan;
import dev.baton.tracking.RecordScans;
import dev.baton.tracking.ScanCode;
import dev.baton.tracking.ScanReceipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What carriers say. */
@RestController
@RequestMapping("/api/v1/scans")
@Tag(name = "Tracking")
class ScanCalls {

    private final RecordScans recordScans;

    ScanCalls(RecordScans recordScans) {
        this.recordScans = recordScans;
    }

    record Scans(List<Scan> scans) {}

    /** Meanings as in {@link NewScan}. */
    record Scan(
            String carrier,
            String trackingNumber,
            ScanCode code,
            Instant occurredAt,
            @Nullable String text,
            @Nullable String place) {}

    @Operation(
            summary = "Record carriers' scans",
            description = "In any order, as often as you like: each scan counts once. Answers how many were new, how"
                    + " many were known, and how many name a parcel nobody has shipped yet.")
    @Needs(Scope.STOCK)
    @PostMapping
    ScanReceipt record(Caller caller, @RequestBody Scans body) {
        return recordScans.record(
                caller.merchant(),
                body.scans().stream()
                        .map(scan -> new NewScan(
                                scan.carrier(),
                                scan.trackingNumber(),
                                scan.code(),
                                scan.occurredAt(),
                                scan.text(),
                                scan.place()))
                        .toList());
    }
}
