package dev.baton.inventory;

import dev.baton.suppliers.Absence;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.SampleSupplier;
import java.util.List;
import java.util.Random;

/** How this supplier counts and talks; drawn from the seed. */
record SupplierManner(
        Netting said,
        boolean subtractsBookings,
        int lagSeconds,
        int graceSeconds,
        Absence absence,
        boolean ownTime,
        boolean numbered,
        boolean silenceConfirms) {

    private static final int MAX_AGE_SECONDS = 3_600;

    static SupplierManner drawn(Random random) {
        Netting said = any(random, List.of(Netting.values()));
        boolean subtracts = said == Netting.NET || (said == Netting.UNKNOWN && random.nextBoolean());
        boolean numbered = random.nextBoolean();
        return new SupplierManner(
                said,
                subtracts,
                said == Netting.NET && random.nextBoolean() ? 1_800 : 0,
                random.nextInt(4) * 600,
                any(random, List.of(Absence.values())),
                random.nextInt(4) > 0,
                numbered,
                numbered && random.nextBoolean());
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    SampleSupplier supplier() {
        SampleSupplier supplier = SampleSupplier.coded("sim")
                .counting(said)
                .bookingWithin(lagSeconds)
                .grace(graceSeconds)
                .reading(absence)
                .maxFeedAge(MAX_AGE_SECONDS);
        return silenceConfirms ? supplier.silentDeltaConfirms() : supplier;
    }
}
