package dev.baton.suppliers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A supplier as it is agreed today.
 *
 * @param code the merchant's own short name for it, unique
 * @param currency ISO 4217; fee and rates are in it
 * @param zone the supplier's zone: its working hours are local to it
 * @param country ISO 3166-1 alpha-2 of the supplier's seat
 * @param ackHours working hours within which a purchase order must be answered
 * @param bookingLagSeconds {@link Netting#NET} only: agreed longest time from taking an order to booking it;
 *     0 = not agreed, then only the acknowledgement counts
 * @param graceSeconds how much younger than an event a stock observation must be to be believed to contain it
 * @param silentDeltaConfirms true when what a delta leaves out is unchanged as of that delta
 * @param maxFeedAgeSeconds how old a stock file without a time of its own is taken to be when it arrives
 * @param dropshipFeeMinor per purchase order, minor units
 * @param maxParcelWeightGrams heaviest parcel the supplier packs
 * @param channel null when the supplier takes no purchase orders by REST
 * @param mail null when it takes none by mail; where there are both, purchase orders go by REST
 * @param orderTerms cut-off, carriers and minimum
 * @param language what it is written to in, ISO 639-1
 * @param pauseReason null unless paused; a paused supplier gets no new units, open ones are finished
 * @param live false = watch mode: everything is planned, nothing is sent
 */
public record SupplierTerms(
        SupplierId id,
        String code,
        String name,
        String currency,
        ZoneId zone,
        String country,
        WorkingHours hours,
        int ackHours,
        Netting netting,
        int bookingLagSeconds,
        int graceSeconds,
        Absence absence,
        boolean silentDeltaConfirms,
        int maxFeedAgeSeconds,
        long dropshipFeeMinor,
        int maxParcelWeightGrams,
        List<ShippingRate> rates,
        List<ShipMethod> shipMethods,
        Instructions instructions,
        @Nullable RestChannel channel,
        @Nullable MailChannel mail,
        OrderTerms orderTerms,
        String language,
        boolean paused,
        @Nullable String pauseReason,
        boolean live) {

    public SupplierTerms {
        rates = List.copyOf(rates);
        shipMethods = List.copyOf(shipMethods);
    }

    /**
     * The day in its zone as of which an order counts that it has at that instant: that day, or from the cut-off of a
     * working day on the one after it.
     */
    public LocalDate orderDay(Instant has) {
        ZonedDateTime local = has.atZone(zone);
        LocalDate day = local.toLocalDate();
        return isAfterCutOff(has) ? day.plusDays(1) : day;
    }

    /** Whether an order that it has at that instant came too late for that working day. */
    public boolean isAfterCutOff(Instant has) {
        ZonedDateTime local = has.atZone(zone);
        LocalTime cutOff = orderTerms.cutOff();
        return cutOff != null
                && hours.worksOn(local.toLocalDate())
                && !local.toLocalTime().isBefore(cutOff);
    }

    /** From when an order counts that it has at that instant: from then on, or from the next opening after the cut-off. */
    public Instant countsFrom(Instant has) {
        return isAfterCutOff(has)
                ? hours.plusWorkingHours(orderDay(has).atStartOfDay(zone).toInstant(), 0, zone)
                : has;
    }

    /** Whether purchase orders, and what follows about them, go to it by mail. */
    public boolean isMailed() {
        return channel == null && mail != null;
    }
}
