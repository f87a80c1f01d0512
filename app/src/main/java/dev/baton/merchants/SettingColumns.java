package dev.baton.merchants;

import dev.baton.platform.MerchantId;
import dev.baton.platform.SqlArrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A merchant's settings as named parameters of a statement. */
final class SettingColumns {

    private SettingColumns() {}

    static Map<String, @Nullable Object> of(MerchantId merchant, MerchantSettings settings) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("merchant", merchant.value());
        columns.put("name", settings.name());
        columns.put("currency", settings.bookCurrency());
        columns.put("zone", settings.zone().getId());
        columns.put("valueLimit", settings.valueLimitMinor());
        columns.put("maySplit", settings.maySplitLines());
        columns.put("splitPenalty", settings.splitPenaltyMinor());
        columns.put("reroutes", settings.maxReroutes());
        columns.put("window", settings.duplicateWindowHours());
        columns.put("answer", settings.customerAnswerHours());
        columns.put("grace", settings.graceSeconds());
        columns.put(
                "blocked",
                SqlArrays.texts(settings.blockedCountries().stream().sorted().toList()));
        columns.put("permission", settings.requireDataPermission());
        columns.put("unpaid", settings.holdUnpaid());
        columns.put("marginFloor", settings.marginFloorBps());
        return columns;
    }
}
