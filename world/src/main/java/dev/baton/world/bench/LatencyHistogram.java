package dev.baton.world.bench;

import java.time.Duration;

/**
 * How long things took, to within 1.6 %: 64 buckets of equal width for every doubling. Not safe for two threads; each
 * thread fills its own and they are added up at the end.
 */
public final class LatencyHistogram {

    private static final int SUB_BUCKET_BITS = 6;
    private static final int SUB_BUCKETS = 1 << SUB_BUCKET_BITS;

    private final long[] counts = new long[(Long.SIZE - SUB_BUCKET_BITS) * SUB_BUCKETS];
    private long count;
    private long maxNanos;

    /** Counts one thing done; a negative time counts as zero. */
    public void record(long nanos) {
        long value = Math.max(0, nanos);
        counts[bucketOf(value)]++;
        count++;
        maxNanos = Math.max(maxNanos, value);
    }

    /** Counts everything the other has counted, too. */
    public void add(LatencyHistogram other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        count += other.count;
        maxNanos = Math.max(maxNanos, other.maxNanos);
    }

    /** How many things were counted. */
    public long count() {
        return count;
    }

    /** The slowest of all, exactly. */
    public Duration max() {
        return Duration.ofNanos(maxNanos);
    }

    /**
     * The time within which this share of all was done, rounded up to the end of its bucket; zero when nothing was
     * recorded.
     *
     * @param percent above 0, at most 100
     */
    public Duration percentile(double percent) {
        long wanted = Math.max(1, (long) Math.ceil(percent / 100 * count));
        long seen = 0;
        for (int bucket = 0; bucket < counts.length; bucket++) {
            seen += counts[bucket];
            if (seen >= wanted) {
                return Duration.ofNanos(Math.min(maxNanos, lastOf(bucket)));
            }
        }
        return max();
    }

    /** Values below 64 have a bucket each; above, the highest seven bits name the bucket. */
    private static int bucketOf(long value) {
        if (value < SUB_BUCKETS) {
            return (int) value;
        }
        int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(value) - SUB_BUCKET_BITS;
        return (shift << SUB_BUCKET_BITS) + (int) (value >>> shift);
    }

    private static long lastOf(int bucket) {
        if (bucket < 2 * SUB_BUCKETS) {
            return bucket;
        }
        int shift = (bucket >> SUB_BUCKET_BITS) - 1;
        long highestBits = bucket - ((long) shift << SUB_BUCKET_BITS);
        return ((highestBits + 1) << shift) - 1;
    }
}
