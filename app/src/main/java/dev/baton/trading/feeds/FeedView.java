package dev.baton.trading.feeds;

import dev.baton.suppliers.SupplierId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A feed as it stands.
 *
 * @param version of its definition, growing from 1
 * @param freshness how its newest usable file stands to what is agreed
 * @param lastGoodAt arrival of the newest file that was merged; null when none ever was
 * @param checkedAt when its source was last looked at; null when it never was
 * @param trouble why that brought nothing; null when it went well
 * @param hostKey SFTP: the fingerprint that is pinned
 * @param retired it is out of use
 */
public record FeedView(
        FeedId id,
        SupplierId supplier,
        String code,
        int version,
        FeedDefinition definition,
        boolean hasSecret,
        Freshness freshness,
        Instant begunAt,
        @Nullable Instant lastGoodAt,
        @Nullable Instant checkedAt,
        @Nullable String trouble,
        @Nullable String hostKey,
        boolean retired) {

    /** How old the newest usable file is, by what is agreed. */
    public enum Freshness {
        /** A file came within its interval. */
        FRESH,
        /** One interval passed without a file that can be used. */
        LATE,
        /** Two did: the feed's policy applies until a file comes. */
        STALE
    }

    /** The instant its age counts from. */
    Instant countsFrom() {
        return lastGoodAt == null || begunAt.isAfter(lastGoodAt) ? begunAt : lastGoodAt;
    }
}
