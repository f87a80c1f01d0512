package dev.baton.channels;

import dev.baton.platform.MerchantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tracking numbers that changed after their shipment was dispatched: the column {@code corrected} of {@code
 * store_fulfilment}, until the store shows them. Every method needs an open transaction of the merchant.
 */
@Component
public class CorrectedNumbers {

    /** The kind of work that tells a store of changed numbers; its subject is the row. */
    public static final String WORK = "channels.renumber";

    private final JdbcClient jdbc;

    CorrectedNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The parcels of a row as they are now.
     *
     * @param text as it is stored, to tell whether they changed once more
     */
    public record Corrected(List<Parcel> parcels, String text) {}

    private record Known(UUID id, List<Parcel> parcels) {}

    /** Notes how a parcel goes now; answers the row, or empty when no store is told of the shipment. */
    Optional<UUID> note(MerchantId merchant, UUID shipment, int position, Parcel now) {
        Optional<Known> known = jdbc.sql("""
                select store_fulfilment_id, coalesce(corrected, shipped) as parcels
                from store_fulfilment
                where merchant_id = :merchant and shipment_id = :shipment
                for no key update
                """)
                .param("merchant", merchant.value())
                .param("shipment", shipment)
                .query((row, number) -> new Known(
                        row.getObject("store_fulfilment_id", UUID.class),
                        FulfilmentJson.parcels(row.getString("parcels"))))
                .optional();
        known.ifPresent(row -> write(merchant, row.id(), replaced(row.parcels(), position, now)));
        return known.map(Known::id);
    }

    private static List<Parcel> replaced(List<Parcel> parcels, int position, Parcel now) {
        List<Parcel> all = new ArrayList<>(parcels);
        Parcel before = all.get(position - 1);
        all.set(
                position - 1,
                new Parcel(
                        now.carrierCode(), now.carrierSaid(), now.trackingNumber(), now.trackingUrl(), before.units()));
        return all;
    }

    private void write(MerchantId merchant, UUID id, List<Parcel> parcels) {
        jdbc.sql("""
                update store_fulfilment set corrected = :corrected::jsonb
                where merchant_id = :merchant and store_fulfilment_id = :id
                """)
                .param("corrected", FulfilmentJson.shipped(parcels))
                .param("merchant", merchant.value())
                .param("id", id)
                .update();
    }

    /** The parcels of a row as they are now, where that differs from what it was dispatched with. */
    public Optional<Corrected> find(MerchantId merchant, UUID id) {
        return jdbc.sql("""
                select corrected from store_fulfilment where merchant_id = :merchant and store_fulfilment_id = :id
                """)
                .param("merchant", merchant.value())
                .param("id", id)
                .query((row, number) -> Optional.ofNullable(row.getString("corrected")))
                .optional()
                .flatMap(found -> found)
                .map(text -> new Corrected(FulfilmentJson.parcels(text), text));
    }

    /** Whoever has not begun to tell the store tells it of the parcels as they are now. */
    public void takeInto(MerchantId merchant, UUID id) {
        jdbc.sql("""
                update store_fulfilment set shipped = corrected, corrected = null
                where merchant_id = :merchant and store_fulfilment_id = :id and corrected is not null
                  and state in ('PLANNED', 'NOT_LIVE')
                """).param("merchant", merchant.value()).param("id", id).update();
    }

    /**
     * The store shows these parcels, or a person sees to it; false when they changed once more meanwhile.
     *
     * @param told what the store was told
     */
    public boolean settle(MerchantId merchant, UUID id, Corrected told) {
        return jdbc.sql("""
                update store_fulfilment set shipped = corrected, corrected = null
                where merchant_id = :merchant and store_fulfilment_id = :id and corrected = :told::jsonb
                """)
                        .param("told", told.text())
                        .param("merchant", merchant.value())
                        .param("id", id)
                        .update()
                == 1;
    }
}
