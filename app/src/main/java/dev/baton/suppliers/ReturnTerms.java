package dev.baton.suppliers;

import org.jspecify.annotations.Nullable;

/**
 * On what terms a supplier takes goods back.
 *
 * @param days after delivery, within which goods are to be sent back; 0 = it takes nothing back
 * @param paidBy who pays for the way back
 * @param restockingBps hundredths of a per cent of the goods' cost that the supplier keeps, 0 to 10,000
 * @param address where goods go back to, in lines as on a parcel; null = not agreed
 * @param note what else is agreed; null = nothing
 */
public record ReturnTerms(
        int days,
        Payer paidBy,
        int restockingBps,
        @Nullable String address,
        @Nullable String note) {

    /** Who pays for the way back. */
    public enum Payer {
        /** Whoever sends it back. */
        CUSTOMER,
        /** The merchant. */
        MERCHANT,
        /** The supplier. */
        SUPPLIER
    }

    /** Whether it takes goods back at all. */
    public boolean taken() {
        return days > 0;
    }
}
