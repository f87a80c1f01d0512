package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.shipping.PackageId;
import dev.baton.tracking.JudgeLost;
import dev.baton.tracking.LostParcels;
import dev.baton.tracking.LostParcels.Because;
import dev.baton.tracking.LostParcels.Verdict;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person says of a parcel. */
@RestController
@RequestMapping("/api/v1/parcels/{id}")
@Tag(name = "Parcels")
class ParcelCalls {

    private final JudgeLost judgeLost;
    private final LostParcels lost;
    private final Tenancy tenancy;

    ParcelCalls(JudgeLost judgeLost, LostParcels lost, Tenancy tenancy) {
        this.judgeLost = judgeLost;
        this.lost = lost;
        this.tenancy = tenancy;
    }

    /** Why, and what else is to be remembered; meanings as in {@link Because}. */
    record LostBody(@Nullable Because because, @Nullable String note) {}

    /** Whether it is taken to be lost; all but {@code lost} null = it is not. */
    record State(
            boolean lost,
            @Nullable Because because,
            @Nullable String note,
            @Nullable Instant lostAt) {}

    @Operation(
            summary = "Take a parcel to be lost",
            description =
                    "Its units count as lost, the customer is told which items are missing, and a task asks whether"
                            + " they are sent again or paid back.")
    @Needs(Scope.ORDERS)
    @PostMapping("/lost")
    State lose(Caller caller, @PathVariable UUID id, @RequestBody LostBody body) {
        if (body.because() == null) {
            throw new Problem(CommonProblem.INVALID_FIELD, "Say CARRIER, SILENCE or CUSTOMER.", "because");
        }
        judgeLost.lose(caller.merchant(), new PackageId(id), body.because(), body.note());
        return state(caller.merchant(), new PackageId(id));
    }

    @Operation(
            summary = "Say that a parcel turned up",
            description = "A carrier's scan that says delivered says it, too.")
    @Needs(Scope.ORDERS)
    @PostMapping("/found")
    State find(Caller caller, @PathVariable UUID id) {
        judgeLost.find(caller.merchant(), new PackageId(id));
        return state(caller.merchant(), new PackageId(id));
    }

    private State state(MerchantId merchant, PackageId parcel) {
        return tenancy.inTransaction(merchant, () -> {
            Verdict verdict = lost.of(merchant, List.of(parcel)).get(parcel);
            return verdict == null
                    ? new State(false, null, null, null)
                    : new State(true, verdict.because(), verdict.note(), verdict.lostAt());
        });
    }
}
