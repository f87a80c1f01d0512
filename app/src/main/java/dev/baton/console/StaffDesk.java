package dev.baton.console;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.People;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import dev.baton.platform.pages.Assets;
import dev.baton.platform.pages.Pages;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Puts a page together: the frame and what the screen reads, in one transaction of the merchant; the writing after it. */
@Component
class StaffDesk {

    /** Where the menu leads, in its order. */
    enum Place {
        TODAY("/console", "Today", "t", Act.SEE_TODAY),
        ORDERS("/console/orders", "Orders", "o", Act.SEE_ORDERS),
        EXCEPTIONS("/console/exceptions", "Exceptions", "e", Act.SEE_TASKS),
        PURCHASES("/console/purchase-orders", "Purchase orders", "u", Act.SEE_PURCHASES),
        PARCELS("/console/parcels", "Parcels", "l", Act.SEE_PARCELS),
        SUPPLIERS("/console/suppliers", "Suppliers", "r", Act.SEE_SUPPLIERS),
        STORES("/console/stores", "Stores", "c", Act.SEE_STORES),
        PRODUCTS("/console/products", "Products", "i", Act.SEE_PRODUCTS),
        FEEDS("/console/feeds", "Feeds", "f", Act.SEE_FEEDS),
        STOCK("/console/stock", "Stock", "s", Act.SEE_STOCK),
        BACKORDERS("/console/backorders", "Backorders", "b", Act.SEE_STOCK),
        WATCH("/console/watch", "Watching", "w", Act.SEE_WATCH),
        SETUP("/console/setup", "Set-up", "d", Act.SEE_SETUP),
        PEOPLE("/console/people", "People", "p", Act.SEE_PEOPLE),
        SETTINGS("/console/settings", "Settings", ",", Act.SEE_SETTINGS);

        private final String path;
        private final String title;
        private final String key;
        private final Act act;

        Place(String path, String title, String key, Act act) {
            this.path = path;
            this.title = title;
            this.key = key;
            this.act = act;
        }
    }

    private final Tenancy tenancy;
    private final MerchantLookup merchants;
    private final People people;
    private final Playground playground;
    private final Assets assets;
    private final Pages pages;
    private final Clock clock;

    StaffDesk(
            Tenancy tenancy,
            MerchantLookup merchants,
            People people,
            Playground playground,
            Assets assets,
            Pages pages,
            Clock clock) {
        this.tenancy = tenancy;
        this.merchants = merchants;
        this.people = people;
        this.playground = playground;
        this.assets = assets;
        this.pages = pages;
        this.clock = clock;
    }

    /**
     * A page.
     *
     * @param place which part of the menu it belongs to; null = none
     * @param notice what a form before it did; empty = nothing
     * @param screen reads what the page shows, inside the transaction
     */
    ResponseEntity<String> page(
            Staff staff,
            @Nullable Place place,
            String title,
            String notice,
            String template,
            Function<Frame, Object> screen) {
        boolean several = people.merchantsOf(staff.person()).size() > 1;
        MerchantId merchant = staff.merchant();
        Object view = tenancy.inTransaction(merchant, () -> {
            MerchantSettings settings = merchants.settings(merchant);
            return screen.apply(new Frame(
                    assets.console("en", title),
                    settings.name(),
                    staff.who().email(),
                    staff.role().title(),
                    staff.formToken(),
                    several,
                    places(staff, place),
                    new Moments(clock.instant(), settings.zone()),
                    notice.isEmpty() ? null : notice,
                    playground.banner()));
        });
        return Answer.page(200, pages.render(template, view));
    }

    /** Reads what a page needs before it is put together. */
    <T> T inTransaction(MerchantId merchant, Supplier<T> reading) {
        return tenancy.inTransaction(merchant, reading);
    }

    /** The merchant's name. */
    String name(MerchantId merchant) {
        return tenancy.inTransaction(
                merchant, () -> merchants.settings(merchant).name());
    }

    /** A page of the way in. */
    ResponseEntity<String> door(int status, String template, Object view) {
        return Answer.page(status, pages.render(template, view));
    }

    Assets assets() {
        return assets;
    }

    private static List<Frame.Place> places(Staff staff, @Nullable Place here) {
        return Stream.of(Place.values())
                .filter(place -> staff.may(place.act))
                .map(place -> new Frame.Place(place.path, place.title, place.key, place == here))
                .toList();
    }
}
