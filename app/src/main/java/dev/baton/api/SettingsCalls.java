package dev.baton.api;

import dev.baton.merchants.MerchantLookup;
import dev.baton.merchants.MerchantSettings;
import dev.baton.merchants.SetSettings;
import dev.baton.platform.Tenancy;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The merchant's own settings. */
@RestController
@RequestMapping("/api/v1/settings")
@Tag(name = "Settings")
class SettingsCalls {

    private final Tenancy tenancy;
    private final MerchantLookup lookup;
    private final SetSettings setSettings;

    SettingsCalls(Tenancy tenancy, MerchantLookup lookup, SetSettings setSettings) {
        this.tenancy = tenancy;
        this.lookup = lookup;
        this.setSettings = setSettings;
    }

    /**
     * Meanings as in {@link MerchantSettings}; amounts are decimal texts in the book currency.
     *
     * @param customerAnswerHours absent = 24
     * @param marginFloor per cent, such as {@code "12.5"}; absent = no line is held for its margin
     */
    record Settings(
            String name,
            String bookCurrency,
            ZoneId zone,
            String valueLimit,
            Boolean maySplitLines,
            String splitPenalty,
            Integer maxReroutes,
            Integer duplicateWindowHours,
            @Nullable Integer customerAnswerHours,
            Integer graceSeconds,
            List<String> blockedCountries,
            Boolean requireDataPermission,
            Boolean holdUnpaid,
            @Nullable String marginFloor) {

        static Settings of(MerchantSettings settings) {
            return new Settings(
                    settings.name(),
                    settings.bookCurrency(),
                    settings.zone(),
                    Amounts.ofMinor(settings.valueLimitMinor(), settings.bookCurrency()),
                    settings.maySplitLines(),
                    Amounts.ofMinor(settings.splitPenaltyMinor(), settings.bookCurrency()),
                    settings.maxReroutes(),
                    settings.duplicateWindowHours(),
                    settings.customerAnswerHours(),
                    settings.graceSeconds(),
                    settings.blockedCountries().stream().sorted().toList(),
                    settings.requireDataPermission(),
                    settings.holdUnpaid(),
                    Amounts.ofBps(settings.marginFloorBps()));
        }

        MerchantSettings stated() {
            return new MerchantSettings(
                    name,
                    bookCurrency,
                    zone,
                    Amounts.minor("valueLimit", valueLimit, bookCurrency),
                    maySplitLines,
                    Amounts.minor("splitPenalty", splitPenalty, bookCurrency),
                    maxReroutes,
                    duplicateWindowHours,
                    Objects.requireNonNullElse(customerAnswerHours, MerchantSettings.DEFAULT_ANSWER_HOURS),
                    graceSeconds,
                    Set.copyOf(blockedCountries),
                    requireDataPermission,
                    holdUnpaid,
                    Amounts.bps("marginFloor", marginFloor));
        }
    }

    @Operation(summary = "Read the settings")
    @Needs(Scope.READ)
    @GetMapping
    Settings read(Caller caller) {
        return tenancy.inTransaction(caller.merchant(), () -> Settings.of(lookup.settings(caller.merchant())));
    }

    @Operation(summary = "Replace the settings")
    @Needs(Scope.ADMIN)
    @PutMapping
    Settings replace(Caller caller, @RequestBody Settings settings) {
        return tenancy.inTransaction(caller.merchant(), () -> {
            setSettings.set(caller.merchant(), settings.stated());
            return Settings.of(lookup.settings(caller.merchant()));
        });
    }
}
