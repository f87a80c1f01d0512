package dev.baton.carriers;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The carriers Baton knows, by code or by whatever a supplier calls them. */
public final class Carriers {

    private Carriers() {}

    /**
     * The carrier a supplier means by this word: a code ({@code dhl_express}), a name ("United Parcel Service"), a name
     * with its service ("UPS Ground", "USPS Priority Mail 2-Day"), a label service's or X12 partner's word ("UPSDAP",
     * "FDEG"), in any case and punctuation, also in Chinese or Japanese.
     *
     * @return empty for null, blank or a carrier we hold no facts on: keep the supplier's word and show it
     */
    public static Optional<Carrier> find(@Nullable String codeOrName) {
        return codeOrName == null
                ? Optional.empty()
                : CarrierFacts.get().names().find(codeOrName);
    }

    /** Every carrier, national posts included, in the order of the fact files. */
    public static Collection<Carrier> all() {
        return CarrierFacts.get().byCode().values();
    }
}
