package dev.baton.shipping;

import dev.baton.platform.ProblemCode;

/** Why a parcel's number is not corrected. */
public enum ParcelProblem implements ProblemCode {
    /** There is no such parcel among the caller's; the caller reads its shipments again. */
    UNKNOWN_PARCEL(404, "There is no such parcel"),
    /** Its units were counted as delivered under the number it has; a person looks what really arrived. */
    DELIVERED_ALREADY(409, "The parcel was delivered under its number");

    private final int status;
    private final String title;

    ParcelProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
