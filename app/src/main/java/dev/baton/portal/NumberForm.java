package dev.baton.portal;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Problem;
import dev.baton.shipping.CorrectNumber;
import dev.baton.shipping.CorrectNumber.NewNumber;
import dev.baton.shipping.PackageId;
import dev.baton.shipping.ParcelBoard;
import dev.baton.shipping.ParcelProblem;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The form each parcel that left has for its number; needs an open transaction of the merchant. */
@Component
class NumberForm {

    private static final int LONGEST = 200;

    private final CorrectNumber correctNumber;
    private final ParcelBoard parcels;

    NumberForm(CorrectNumber correctNumber, ParcelBoard parcels) {
        this.correctNumber = correctNumber;
        this.parcels = parcels;
    }

    /** What a parcel's form is called on the page. */
    static String name(String parcel) {
        return "number-" + parcel;
    }

    /**
     * Corrects carrier and number of a parcel of the link's purchase order; what cannot be right is kept and remarked, as
     * when it is shipped.
     *
     * @return a remark for the page, as {@link LinkActs#act}
     * @throws Problem INVALID_FIELD naming the field; UNKNOWN_PARCEL when it is not of this purchase order;
     *     DELIVERED_ALREADY
     */
    String correct(OpenedLink link, Form form) {
        PackageId parcel = parcel(form);
        row(link, parcel);
        boolean corrected =
                correctNumber.correct(link.merchant(), parcel, new NewNumber(carrier(form), number(form), ""));
        if (!corrected) {
            return "same-number";
        }
        return row(link, parcel).remark() == null ? "" : "odd-number";
    }

    private ParcelBoard.Row row(OpenedLink link, PackageId parcel) {
        return parcels.find(link.merchant(), parcel)
                .filter(row -> row.purchaseOrder().equals(link.order().id()))
                .orElseThrow(() -> new Problem(ParcelProblem.UNKNOWN_PARCEL, "error.no-such-parcel", "parcel"));
    }

    private static PackageId parcel(Form form) {
        try {
            return new PackageId(UUID.fromString(form.text("parcel")));
        } catch (IllegalArgumentException none) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.stale", "parcel");
        }
    }

    private static String carrier(Form form) {
        return shortEnough(form, "carrier");
    }

    private static String number(Form form) {
        String number = shortEnough(form, "tracking");
        if (number.chars().noneMatch(Character::isLetterOrDigit)) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.no-number", "tracking");
        }
        return number;
    }

    private static String shortEnough(Form form, String field) {
        if (form.text(field).length() > LONGEST) {
            throw new Problem(CommonProblem.INVALID_FIELD, "error.too-long", field);
        }
        return form.text(field);
    }
}
