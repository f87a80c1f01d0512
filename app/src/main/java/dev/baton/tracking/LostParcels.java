package dev.baton.tracking;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import dev.baton.shipping.PackageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of parcels taken to be lost; every method needs an open transaction of the merchant. */
@Component
public class LostParcels {

    private static final UUID TOP = new UUID(-1L, -1L);

    private final JdbcClient jdbc;

    LostParcels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Why a parcel is taken to be lost. */
    public enum Because {
        /** The carrier says so. */
        CARRIER,
        /** Nothing was heard of it for too long. */
        SILENCE,
        /** The customer says that it did not come. */
        CUSTOMER
    }

    /**
     * A verdict that stands.
     *
     * @param note somebody's words; null = none
     */
    public record Verdict(
            UUID id,
            PackageId parcel,
            Because because,
            @Nullable String note,
            Instant lostAt) {}

    /** Those that are lost now, of the given ones. */
    public Map<PackageId, Verdict> of(MerchantId merchant, Collection<PackageId> parcels) {
        return jdbc
                .sql("""
                select id, package_id, because, note, lost_at from lost_package
                where merchant_id = :merchant and package_id = any(:parcels::uuid[]) and found_at is null
                """)
                .param("merchant", merchant.value())
                .param(
                        "parcels",
                        SqlArrays.uuids(parcels.stream().map(PackageId::value).toList()))
                .query((row, number) -> new Verdict(
                        row.getObject("id", UUID.class),
                        new PackageId(row.getObject("package_id", UUID.class)),
                        Because.valueOf(row.getString("because")),
                        row.getString("note"),
                        row.getObject("lost_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Verdict::parcel, Function.identity()));
    }

    /**
     * What was said last of a parcel that was ever taken to be lost.
     *
     * @param foundAt when it turned up; null = it is lost
     */
    public record LastSaid(
            PackageId parcel, Instant lostAt, @Nullable Instant foundAt) {}

    /** The last word on those of the given ones that are lost or were. */
    public Map<PackageId, LastSaid> last(MerchantId merchant, Collection<PackageId> parcels) {
        if (parcels.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("""
                select package_id, lost_at, found_at from lost_package
                where merchant_id = :merchant and package_id = any(:parcels::uuid[])
                order by lost_at, id
                """)
                .param("merchant", merchant.value())
                .param(
                        "parcels",
                        SqlArrays.uuids(parcels.stream().map(PackageId::value).toList()))
                .query((row, number) -> new LastSaid(
                        new PackageId(row.getObject("package_id", UUID.class)),
                        row.getObject("lost_at", OffsetDateTime.class).toInstant(),
                        maybe(row.getObject("found_at", OffsetDateTime.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(LastSaid::parcel, Function.identity(), (_, later) -> later));
    }

    private static @Nullable Instant maybe(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    /** When the carrier's word that it is lost was taken back last, of those of which it was. */
    Map<PackageId, Instant> turnedUpAt(MerchantId merchant, Collection<PackageId> parcels) {
        return jdbc
                .sql("""
                select package_id, max(found_at) as found_at from lost_package
                where merchant_id = :merchant and package_id = any(:parcels::uuid[]) and because = 'CARRIER'
                  and found_at is not null
                group by package_id
                """)
                .param("merchant", merchant.value())
                .param(
                        "parcels",
                        SqlArrays.uuids(parcels.stream().map(PackageId::value).toList()))
                .query((row, number) -> Map.entry(
                        new PackageId(row.getObject("package_id", UUID.class)),
                        row.getObject("found_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Those that are lost now, newest parcel first.
     *
     * @param below the last one of the page before; null = from the newest on
     */
    public List<PackageId> page(MerchantId merchant, @Nullable PackageId below, int limit) {
        return jdbc.sql("""
                select package_id from lost_package
                where merchant_id = :merchant and found_at is null and package_id < :below
                order by merchant_id desc, package_id desc
                limit :limit
                """)
                .param("merchant", merchant.value())
                .param("below", below == null ? TOP : below.value())
                .param("limit", limit)
                .query((row, number) -> new PackageId(row.getObject("package_id", UUID.class)))
                .list();
    }

    /** How many are lost now. */
    public long count(MerchantId merchant) {
        return jdbc.sql("select count(*) from lost_package where merchant_id = :merchant and found_at is null")
                .param("merchant", merchant.value())
                .query(Long.class)
                .single();
    }

    /** Needs the lock of its sales order. */
    void insert(MerchantId merchant, Verdict verdict) {
        jdbc.sql("""
                insert into lost_package (merchant_id, id, package_id, because, note, lost_at)
                values (:merchant, :id, :parcel, :because, :note, :at)
                """)
                .param("merchant", merchant.value())
                .param("id", verdict.id())
                .param("parcel", verdict.parcel().value())
                .param("because", verdict.because().name())
                .param("note", verdict.note(), java.sql.Types.VARCHAR)
                .param("at", SqlArrays.instant(verdict.lostAt()))
                .update();
    }

    /** The verdicts stand no more; needs the locks of their sales orders. */
    void end(MerchantId merchant, List<UUID> verdicts, Instant at) {
        jdbc.sql("""
                update lost_package set found_at = :at
                where merchant_id = :merchant and id = any(:ids::uuid[]) and found_at is null
                """)
                .param("at", SqlArrays.instant(at))
                .param("merchant", merchant.value())
                .param("ids", SqlArrays.uuids(verdicts))
                .update();
    }
}
