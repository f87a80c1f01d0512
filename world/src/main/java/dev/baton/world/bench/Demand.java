package dev.baton.world.bench;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The values of the orders that {@code bench/limit.sql} is run with: one merchant, 20 suppliers, 20,000 offers. */
final class Demand {

    static final int OFFERS = 20_000;
    static final UUID MERCHANT = number(1);
    static final String SHIP_TO =
            "Mira Sample, Sample Street 12, 10115 Sampletown, DE, +49 30 5550112, mira@sample.example";

    /** Any fixed time: the limit stores it and never compares it. */
    static final OffsetDateTime AT = OffsetDateTime.ofInstant(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static final int SUPPLIERS = 20;
    private static final int VARIANT_BITS = 62;

    private Demand() {}

    static UUID offer(int number) {
        return number(number);
    }

    /** The supplier of an offer, as the schema's fill gives it. */
    static UUID supplierOf(int offer) {
        return number(1 + offer % SUPPLIERS);
    }

    /** A UUIDv7: keys arrive in the order of time, so that every index grows at its right edge. */
    static UUID newId() {
        var random = ThreadLocalRandom.current();
        long version = 7L << 12;
        long high = System.currentTimeMillis() << 16 | version | random.nextLong() >>> 52;
        long low = 0b10L << VARIANT_BITS | random.nextLong() >>> 2;
        return new UUID(high, low);
    }

    /** The decimal digits read as the digits of a UUID, as {@code lpad(n::text, 32, '0')::uuid} does. */
    private static UUID number(int decimal) {
        return new UUID(0, Long.parseLong(String.valueOf(decimal), 16));
    }
}
