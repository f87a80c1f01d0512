package dev.baton.suppliers;

import java.net.URI;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A plain supplier in Berlin, Monday to Friday 9 to 17, gross figures; each test names only what it is about. */
public final class SampleSupplier {

    private final String code;
    private Netting netting = Netting.GROSS;
    private int bookingLagSeconds;
    private int graceSeconds;
    private Absence absence = Absence.ZERO;
    private boolean silentDeltaConfirms;
    private int maxFeedAgeSeconds = 3_600;
    private List<ShippingRate> rates = List.of(new ShippingRate(ShippingRate.ANY_COUNTRY, 30_000, 500));
    private List<ShipMethod> shipMethods = List.of();
    private SupplierDefinition.@Nullable Channel channel;
    private @Nullable MailChannel mail;
    private String language = "en";
    private boolean live = true;

    private SampleSupplier(String code) {
        this.code = code;
    }

    public static SampleSupplier coded(String code) {
        return new SampleSupplier(code);
    }

    public SampleSupplier counting(Netting how) {
        this.netting = how;
        return this;
    }

    public SampleSupplier bookingWithin(int seconds) {
        this.bookingLagSeconds = seconds;
        return this;
    }

    public SampleSupplier grace(int seconds) {
        this.graceSeconds = seconds;
        return this;
    }

    public SampleSupplier reading(Absence meaning) {
        this.absence = meaning;
        return this;
    }

    public SampleSupplier silentDeltaConfirms() {
        this.silentDeltaConfirms = true;
        return this;
    }

    public SampleSupplier maxFeedAge(int seconds) {
        this.maxFeedAgeSeconds = seconds;
        return this;
    }

    public SampleSupplier rates(ShippingRate... table) {
        this.rates = List.of(table);
        return this;
    }

    public SampleSupplier shipMethods(ShipMethod... methods) {
        this.shipMethods = List.of(methods);
        return this;
    }

    public SampleSupplier channel(String url, @Nullable String secret) {
        this.channel = new SupplierDefinition.Channel(URI.create(url), secret);
        return this;
    }

    public SampleSupplier mail(String address, @Nullable String cc, String spoken) {
        this.mail = new MailChannel(address, cc);
        this.language = spoken;
        return this;
    }

    public SampleSupplier watched() {
        this.live = false;
        return this;
    }

    public SupplierDefinition definition() {
        return new SupplierDefinition(
                code,
                "Supplier " + code,
                "EUR",
                ZoneId.of("Europe/Berlin"),
                "DE",
                new WorkingHours(
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        Set.of()),
                4,
                netting,
                bookingLagSeconds,
                graceSeconds,
                absence,
                silentDeltaConfirms,
                maxFeedAgeSeconds,
                250,
                30_000,
                rates,
                shipMethods,
                new Instructions("Plain box", null, null),
                channel,
                mail,
                language,
                live);
    }
}
