package dev.baton.api;

import dev.baton.merchants.FxRate;
import dev.baton.merchants.SetFxRates;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Dated exchange rates. */
@RestController
@RequestMapping("/api/v1/fx-rates")
@Tag(name = "Exchange rates")
class RateCalls {

    private final SetFxRates setFxRates;

    RateCalls(SetFxRates setFxRates) {
        this.setFxRates = setFxRates;
    }

    record Rates(List<Rate> rates) {}

    /** {@code rate} units of {@code to} for one unit of {@code from}. */
    record Rate(String from, String to, LocalDate asOf, String rate) {}

    record Written(int written) {}

    @Operation(
            summary = "Write dated exchange rates",
            description = "A rate of the same day and currencies is replaced.")
    @Needs(Scope.CATALOG)
    @PostMapping
    Written write(Caller caller, @RequestBody Rates body) {
        List<FxRate> rates = new ArrayList<>();
        for (Rate rate : body.rates()) {
            String field = "rates[" + rates.size() + "].rate";
            rates.add(new FxRate(rate.from(), rate.to(), rate.asOf(), Amounts.micros(field, rate.rate())));
        }
        setFxRates.set(caller.merchant(), rates);
        return new Written(rates.size());
    }
}
