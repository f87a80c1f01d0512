package dev.baton.api;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.suppliers.Absence;
import dev.baton.suppliers.Instructions;
import dev.baton.suppliers.MailChannel;
import dev.baton.suppliers.Netting;
import dev.baton.suppliers.ShipMethod;
import dev.baton.suppliers.ShippingRate;
import dev.baton.suppliers.SupplierDefinition;
import dev.baton.suppliers.SupplierLanguage;
import dev.baton.suppliers.WorkingHours;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A supplier's terms as a merchant states them; meanings and units as in {@code SupplierTerms}, amounts are decimal
 * texts in the supplier's currency.
 *
 * @param silentDeltaConfirms absent = false
 * @param channel absent = purchase orders do not go out by REST
 * @param mail absent = they do not go out by mail; where both are given they go by REST
 * @param language what the supplier is written to in; absent = en
 * @param live absent = true; false = everything is planned, nothing is sent
 */
record SupplierBody(
        String name,
        String currency,
        ZoneId zone,
        String country,
        Hours workingHours,
        Integer ackHours,
        Netting netting,
        Integer bookingLagSeconds,
        Integer graceSeconds,
        Absence absence,
        @Nullable Boolean silentDeltaConfirms,
        Integer maxFeedAgeSeconds,
        String dropshipFee,
        Integer maxParcelWeightGrams,
        List<Rate> shippingRates,
        List<Method> shipMethods,
        @Nullable Words instructions,
        @Nullable Channel channel,
        @Nullable Mail mail,
        @Nullable String language,
        @Nullable Boolean live) {

    record Hours(
            List<DayOfWeek> days,
            LocalTime from,
            LocalTime to,
            @Nullable List<LocalDate> holidays) {}

    record Rate(String country, Integer maxWeightGrams, String price) {}

    record Method(String storeMethod, String code, String carrier) {}

    record Words(
            @Nullable String packaging,
            @Nullable String branding,
            @Nullable String insert,
            @Nullable String label,
            @Nullable String special) {

        Instructions stated() {
            return new Instructions(packaging, branding, insert, label, special);
        }

        static Words of(Instructions said) {
            return new Words(said.packaging(), said.branding(), said.insert(), said.label(), said.special());
        }
    }

    /** {@code secret} may be absent where one is stored already. */
    record Channel(String kind, URI url, @Nullable String secret) {

        @Override
        public String toString() {
            return "Channel[" + url + "]";
        }
    }

    /** The contact for orders, and a second reader. */
    record Mail(String address, @Nullable String cc) {}

    SupplierDefinition stated(String code) {
        return new SupplierDefinition(
                code,
                name,
                currency,
                zone,
                country,
                hours(),
                ackHours,
                netting,
                bookingLagSeconds,
                graceSeconds,
                absence,
                Boolean.TRUE.equals(silentDeltaConfirms),
                maxFeedAgeSeconds,
                Amounts.minor("dropshipFee", dropshipFee, currency),
                maxParcelWeightGrams,
                rates(),
                shipMethods.stream()
                        .map(method -> new ShipMethod(method.storeMethod(), method.code(), method.carrier()))
                        .toList(),
                instructions == null ? Instructions.NONE : instructions.stated(),
                endpoint(),
                mail == null ? null : new MailChannel(mail.address(), mail.cc()),
                language == null ? SupplierLanguage.DEFAULT : language,
                !Boolean.FALSE.equals(live));
    }

    private WorkingHours hours() {
        try {
            return new WorkingHours(
                    Set.copyOf(workingHours.days()),
                    workingHours.from(),
                    workingHours.to(),
                    workingHours.holidays() == null ? Set.of() : Set.copyOf(workingHours.holidays()));
        } catch (IllegalArgumentException refused) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    "workingHours cannot be: " + refused.getMessage() + ".",
                    "workingHours");
        }
    }

    private List<ShippingRate> rates() {
        List<ShippingRate> rates = new ArrayList<>();
        for (Rate rate : shippingRates) {
            String field = "shippingRates[" + rates.size() + "].price";
            rates.add(new ShippingRate(
                    rate.country(), rate.maxWeightGrams(), Amounts.minor(field, rate.price(), currency)));
        }
        return rates;
    }

    private SupplierDefinition.@Nullable Channel endpoint() {
        if (channel == null) {
            return null;
        }
        if (!channel.kind().equals("rest")) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD, "channel.kind must be \"rest\", the only one so far.", "channel.kind");
        }
        return new SupplierDefinition.Channel(channel.url(), channel.secret());
    }
}
