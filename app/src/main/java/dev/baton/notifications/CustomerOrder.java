package dev.baton.notifications;

import dev.baton.merchants.StoreId;
import dev.baton.orders.CustomerFacts;
import dev.baton.orders.OrderLineId;
import dev.baton.orders.SalesOrderId;
import dev.baton.platform.address.PostalAddress;
import dev.baton.shipping.PackageId;
import dev.baton.tracking.ScanCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order as its customer may see it: what was ordered, where it is, what will not come. No supplier, no cost.
 *
 * @param name the store's own, such as {@code #1001}
 * @param customer null once the person was erased
 * @param goesTo where its goods go as far as agreed; empty where the store gave no address, and once the person was
 *     erased
 * @param cancelled whether the whole order was cancelled
 */
public record CustomerOrder(
        SalesOrderId id,
        StoreId store,
        String name,
        Instant orderedAt,
        @Nullable CustomerFacts customer,
        List<Destination> goesTo,
        List<Item> items,
        List<Parcel> parcels,
        boolean cancelled) {

    /**
     * Goods that were ordered.
     *
     * @param set what the customer bought where these are a part of it; null = bought as they are
     * @param toCome units that are being prepared
     * @param sent units in parcels, delivered or not
     * @param otherwise units handed over without a parcel of ours, such as a download
     * @param cancelled units that will not come
     */
    public record Item(
            OrderLineId id,
            String storeLineId,
            String title,
            @Nullable String set,
            int ordered,
            int toCome,
            int sent,
            int otherwise,
            int cancelled) {}

    /**
     * A place goods of the order go to.
     *
     * @param to what was agreed, not what is wished
     * @param wanted where the customer wants them instead; null when that is the same place
     */
    public record Destination(
            PostalAddress to,
            AddressChange change,
            @Nullable PostalAddress wanted) {}

    /** How a wish for another address stands; never "changed" before whoever packs it has agreed. */
    public enum AddressChange {
        /** There is none, or it was agreed. */
        NONE,
        /** Whoever packs it was asked. */
        ASKED,
        /** People look at it first. */
        LOOKED_AT,
        /** Whoever packs it said no; people see what can be done. */
        REFUSED,
        /** It goes, or went, where it was to go first. */
        TOO_LATE,
        /** Whoever packs it was asked not to send it there. */
        NOT_TO_BE_SENT,
        /** It is to be stopped on its way. */
        TO_BE_STOPPED
    }

    /** Units of an item. */
    public record Units(Item item, int quantity) {}

    /** Units by what they were bought as: {@code set} is the set they are parts of; null = bought as they are. */
    public record Bought(@Nullable String set, List<Units> units) {}

    /**
     * A parcel on its way.
     *
     * @param carrier the carrier's name; null = not known
     * @param number empty = it cannot be followed
     * @param url the carrier's page; null = none
     * @param estimate the day the carrier expects to deliver; null = it does not say
     * @param foundAt when it turned up after it was taken to be lost; null = it never was, or is
     * @param scans latest first
     */
    public record Parcel(
            PackageId id,
            @Nullable String carrier,
            String number,
            @Nullable String url,
            Instant sentAt,
            ParcelState state,
            Instant stateAt,
            @Nullable LocalDate estimate,
            @Nullable Instant foundAt,
            List<Units> units,
            List<Scan> scans) {

        Parcel lost(Instant at) {
            return new Parcel(id, carrier, number, url, sentAt, ParcelState.LOST, at, null, null, units, scans);
        }

        /** Turned up at a time; {@code now} is how it stands by that. */
        Parcel found(Instant at, ParcelState now, Instant since) {
            return new Parcel(id, carrier, number, url, sentAt, now, since, estimate, at, units, scans);
        }
    }

    /** What a carrier reported. */
    public record Scan(
            Instant at,
            ScanCode code,
            @Nullable String text,
            @Nullable String place) {}

    /** What is known of a parcel, said honestly. */
    public enum ParcelState {
        /** It left, and has no number to follow it by. */
        UNTRACKED,
        /** It left, says the sender; the carrier has not reported it. */
        UNSEEN,
        /** A label exists; the carrier does not have the parcel. */
        LABEL,
        /** The carrier has it. */
        ON_ITS_WAY,
        /** It is in the van. */
        OUT_FOR_DELIVERY,
        /** The carrier handed it over. */
        DELIVERED,
        /** The carrier reports trouble. */
        TROUBLE,
        /** It goes back to the sender. */
        GOING_BACK,
        /** Nothing was reported for days. */
        QUIET,
        /** It is taken to be lost. */
        LOST,
        /** It was taken to be lost and turned up; the carrier has not reported it since. */
        FOUND
    }

    /** The units by what they were bought as, in the order they come in; parts of a set stand together. */
    public static List<Bought> bySet(List<Units> units) {
        record Place(String line, @Nullable String set, int alone) {}
        Map<Place, List<Units>> places = new LinkedHashMap<>();
        for (Units each : units) {
            String set = each.item().set();
            Place place = new Place(each.item().storeLineId(), set, set == null ? places.size() : 0);
            places.computeIfAbsent(place, key -> new ArrayList<>()).add(each);
        }
        return places.entrySet().stream()
                .map(entry -> new Bought(entry.getKey().set(), List.copyOf(entry.getValue())))
                .toList();
    }

    /** What is still to come, that is, not in any parcel yet. */
    public List<Units> toCome() {
        return items.stream()
                .filter(item -> item.toCome() > 0)
                .map(item -> new Units(item, item.toCome()))
                .toList();
    }

    /** What will not come. */
    public List<Units> cancelledUnits() {
        return items.stream()
                .filter(item -> item.cancelled() > 0)
                .map(item -> new Units(item, item.cancelled()))
                .toList();
    }

    /** What was handed over without a parcel of ours. */
    public List<Units> otherwiseUnits() {
        return items.stream()
                .filter(item -> item.otherwise() > 0)
                .map(item -> new Units(item, item.otherwise()))
                .toList();
    }

    /** Whether every parcel has arrived and nothing is to come. */
    public boolean complete() {
        return toCome().isEmpty()
                && !parcels.isEmpty()
                && parcels.stream().allMatch(parcel -> parcel.state() == ParcelState.DELIVERED);
    }
}
