package dev.baton.console;

import dev.baton.console.ListViews.GivenField;
import dev.baton.console.OrderViews.Option;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person gives with something done to many rows, as a form shows and sends it. */
record BulkGiven(BulkAct act, Staff staff) {

    private List<BulkAct.Given> all() {
        List<BulkAct.Given> all = new ArrayList<>();
        for (BulkAct.Given each = act.given(staff); each != null; each = each.also()) {
            all.add(each);
        }
        return all;
    }

    /** The fields, filled as they were typed. */
    List<GivenField> fields(Typed typed) {
        return all().stream()
                .map(each -> {
                    String value = typed.text(each.field());
                    List<Option> options = each.choices().stream()
                            .map(choice -> new Option(
                                    choice.value(),
                                    choice.label(),
                                    choice.value().equals(value)))
                            .toList();
                    return new GivenField(each.field(), each.label(), each.required(), value, options);
                })
                .toList();
    }

    /** What is wrong with what was typed. */
    Optional<Problem> missing(Typed typed) {
        return all().stream()
                .filter(each -> each.required() && typed.text(each.field()).isEmpty())
                .findFirst()
                .map(each -> new Problem(CommonProblem.INVALID_FIELD, each.label() + " is missing.", each.field()));
    }

    /** What was typed, by field. */
    Map<String, String> values(Typed typed) {
        Map<String, String> values = new HashMap<>();
        all().forEach(each -> values.put(each.field(), typed.text(each.field())));
        return values;
    }
}
