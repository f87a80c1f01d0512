package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import dev.baton.console.SettingViews.Door;
import dev.baton.console.SettingViews.Field;
import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantProblem;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.SetSettings;
import dev.baton.platform.Money;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business and how its orders are handled; and the doors to everything else that is set up. */
@RestController
class SettingsScreen {

    static final String PATH = "/console/settings";

    private final MerchantLookup merchants;
    private final SetSettings setting;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    SettingsScreen(MerchantLookup merchants, SetSettings setting, Tenancy tenancy, StaffDesk desk) {
        this.merchants = merchants;
        this.setting = setting;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    @Does(Act.SEE_SETTINGS)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        String notice = typed.text("done").equals("saved") ? "Saved. Orders decided before keep their decisions." : "";
        return page(staff, notice, null);
    }

    @Does(Act.CHANGE_SETTINGS)
    @PostMapping(PATH + "/business")
    ResponseEntity<String> business(Staff staff, Typed typed) {
        return save(
                staff,
                now -> new MerchantSettings(
                        typed.text("name"),
                        typed.text("bookCurrency").toUpperCase(Locale.ROOT),
                        zone(typed.text("zone")),
                        now.valueLimitMinor(),
                        now.maySplitLines(),
                        now.splitPenaltyMinor(),
                        now.maxReroutes(),
                        now.duplicateWindowHours(),
                        now.customerAnswerHours(),
                        now.graceSeconds(),
                        now.blockedCountries(),
                        now.requireDataPermission(),
                        now.holdUnpaid(),
                        now.marginFloorBps()));
    }

    @Does(Act.CHANGE_SETTINGS)
    @PostMapping(PATH + "/policies")
    ResponseEntity<String> policies(Staff staff, Typed typed) {
        return save(
                staff,
                now -> new MerchantSettings(
                        now.name(),
                        now.bookCurrency(),
                        now.zone(),
                        amount("valueLimit", typed, now.bookCurrency()),
                        typed.text("maySplitLines").equals("yes"),
                        amount("splitPenalty", typed, now.bookCurrency()),
                        whole("maxReroutes", typed),
                        whole("duplicateWindowHours", typed),
                        whole("customerAnswerHours", typed),
                        seconds(whole("graceMinutes", typed), now.graceSeconds()),
                        countries(typed.text("blockedCountries")),
                        typed.text("requireDataPermission").equals("yes"),
                        typed.text("holdUnpaid").equals("yes"),
                        typed.text("marginFloor").isEmpty() ? null : percent(typed)));
    }

    /** The form shows whole minutes: what was agreed to the second stays where they are not changed. */
    private static int seconds(int minutes, int before) {
        return minutes == before / 60 ? before : minutes * 60;
    }

    private interface Change {
        MerchantSettings of(MerchantSettings now);
    }

    private ResponseEntity<String> save(Staff staff, Change change) {
        try {
            MerchantSettings now = tenancy.inTransaction(staff.merchant(), () -> merchants.settings(staff.merchant()));
            setting.set(staff.merchant(), change.of(now));
            return Answer.seeOther(PATH + "?done=saved");
        } catch (Problem refused) {
            return page(staff, "", refused);
        }
    }

    private ResponseEntity<String> page(Staff staff, String notice, @Nullable Problem refused) {
        ResponseEntity<String> page =
                desk.page(staff, StaffDesk.Place.SETTINGS, "Settings", notice, "console/settings.jte", frame -> {
                    MerchantSettings now = merchants.settings(staff.merchant());
                    return new SettingViews.Settings(
                            frame,
                            doors(staff),
                            business(now),
                            policies(now),
                            staff.may(Act.CHANGE_SETTINGS),
                            refused == null ? null : refused.field(),
                            refused == null ? null : refused.detail());
                });
        return refused == null
                ? page
                : ResponseEntity.status(refused.code().status())
                        .headers(page.getHeaders())
                        .body(page.getBody());
    }

    private static List<Door> doors(Staff staff) {
        List<Door> doors = new ArrayList<>();
        doors.add(new Door(BrandsScreen.PATH, "Brands", "Name, colours, logo and sender of what customers see."));
        if (staff.may(Act.SEE_MESSAGES)) {
            doors.add(new Door(MessagesScreen.PATH, "Messages", "What customers are written, and a test to yourself."));
        }
        if (staff.may(Act.MANAGE_KEYS)) {
            doors.add(new Door(KeysScreen.PATH, "Keys", "Who may use the API, and for what."));
        }
        if (staff.may(Act.SEE_PEOPLE)) {
            doors.add(new Door("/console/people", "People", "Who works here, as what."));
        }
        doors.add(new Door("/console/account", "Your account", "Your password, and where you are signed in."));
        return doors;
    }

    private static List<Field> business(MerchantSettings now) {
        return List.of(
                Field.text("name", "Name", "What customers and suppliers know you by.", now.name()),
                Field.text(
                        "bookCurrency",
                        "Currency of your books",
                        "Three letters. Costs are compared and limits are stated in it.",
                        now.bookCurrency()),
                Field.choice(
                        "zone",
                        "Time zone",
                        "Days and times are shown in it.",
                        now.zone().getId(),
                        ZoneId.getAvailableZoneIds().stream()
                                .filter(zone ->
                                        zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV"))
                                .sorted()
                                .map(zone -> new Option(zone, zone))
                                .toList()));
    }

    private static List<Field> policies(MerchantSettings now) {
        String currency = now.bookCurrency();
        return List.of(
                Field.number(
                        "valueLimit",
                        "Hold orders worth more than, " + currency,
                        "0 = no limit.",
                        new Money(now.valueLimitMinor(), currency).toDecimal()),
                Field.tick(
                        "holdUnpaid",
                        "Hold orders that are not paid",
                        "They go by themselves once paid.",
                        now.holdUnpaid()),
                Field.tick(
                        "requireDataPermission",
                        "Hold orders whose customer the store withholds",
                        "They go once the store's access covers names and addresses.",
                        now.requireDataPermission()),
                Field.number(
                        "duplicateWindowHours",
                        "Hours in which the same goods to the same customer are a possible duplicate",
                        "0 = never.",
                        String.valueOf(now.duplicateWindowHours())),
                Field.number(
                        "customerAnswerHours",
                        "Hours a customer who is asked has to answer",
                        "Then a person is told; an answer that comes later still counts.",
                        String.valueOf(now.customerAnswerHours())),
                Field.text(
                        "blockedCountries",
                        "Countries nothing is sold to",
                        "Two letters each, with commas between.",
                        now.blockedCountries().stream().sorted().collect(Collectors.joining(", "))),
                marginFloor(now),
                Field.number(
                        "graceMinutes",
                        "Minutes before a supplier may see an order",
                        "Changes and cancellations meanwhile cost nothing. 0 = at once.",
                        String.valueOf(now.graceSeconds() / 60)),
                Field.tick(
                        "maySplitLines",
                        "One line may come from two suppliers",
                        "Where no one has all of its units.",
                        now.maySplitLines()),
                Field.number(
                        "splitPenalty",
                        "What each further parcel is held to cost, " + currency,
                        "Beside its own costs, when suppliers are chosen.",
                        new Money(now.splitPenaltyMinor(), currency).toDecimal()),
                Field.number(
                        "maxReroutes",
                        "How often a line may look for another supplier by itself",
                        "Then a person decides.",
                        String.valueOf(now.maxReroutes())));
    }

    private static Field marginFloor(MerchantSettings now) {
        return Field.text(
                "marginFloor",
                "Hold lines that leave less than, % of the price",
                "Empty = none is held for its margin.",
                now.marginFloorBps() == null
                        ? ""
                        : BigDecimal.valueOf(now.marginFloorBps(), 2)
                                .stripTrailingZeros()
                                .toPlainString());
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException none) {
            throw invalid("zone", "Choose a time zone of the list.");
        }
    }

    private static long amount(String field, Typed typed, String currency) {
        try {
            return new BigDecimal(typed.text(field).replace(',', '.'))
                    .movePointRight(Money.digits(currency))
                    .longValueExact();
        } catch (ArithmeticException | NumberFormatException none) {
            throw invalid(field, "Give an amount such as 250.00.");
        }
    }

    private static int whole(String field, Typed typed) {
        String text = typed.text(field);
        if (!text.matches("[0-9]{1,6}")) {
            throw invalid(field, "Give a whole number.");
        }
        return Integer.parseInt(text);
    }

    private static int percent(Typed typed) {
        try {
            return new BigDecimal(typed.text("marginFloor").replace(',', '.'))
                    .movePointRight(2)
                    .intValueExact();
        } catch (ArithmeticException | NumberFormatException none) {
            throw invalid("marginFloor", "Give per cent such as 12.5, or nothing.");
        }
    }

    private static Set<String> countries(String text) {
        return Stream.of(text.split("[,\\s]+", -1))
                .filter(each -> !each.isEmpty())
                .map(each -> each.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Problem invalid(String field, String detail) {
        return new Problem(MerchantProblem.SETTING_INVALID, detail, field);
    }
}
