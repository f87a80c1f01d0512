package dev.baton.orders;

import dev.baton.platform.CommonProblem;
import dev.baton.platform.Ids;
import dev.baton.platform.MerchantId;
import dev.baton.platform.MerchantKeys;
import dev.baton.platform.Problem;
import dev.baton.platform.Tenancy;
import dev.baton.platform.address.AddressCheck;
import dev.baton.platform.address.AddressFault;
import dev.baton.platform.address.PostalAddress;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * A person mends where an order goes, without the store: a missing house number, a wrong postcode. What was held for its
 * address goes on, what is not sent yet is planned anew, and suppliers that have it are asked to ship there. It stands
 * against the store's further versions until the store sends another address itself.
 */
@Component
public final class MendAddress {

    private final Tenancy tenancy;
    private final OrderRows rows;
    private final CustomerRecords records;
    private final MendedAddresses mended;
    private final Closing closing;
    private final MerchantKeys keys;
    private final Ids ids;

    MendAddress(Tenancy tenancy, OrderRows rows, Mending mending, Closing closing, MerchantKeys keys, Ids ids) {
        this.tenancy = tenancy;
        this.rows = rows;
        this.records = mending.records();
        this.mended = mending.mended();
        this.closing = closing;
        this.keys = keys;
        this.ids = ids;
    }

    /** What is known of the address. */
    @Component
    record Mending(CustomerRecords records, MendedAddresses mended) {}

    /**
     * Mends it; opens a transaction or joins the caller's. The same address again changes nothing.
     *
     * @throws Problem NOT_FOUND when the order is not this merchant's; CONFLICT when it is cancelled or its customer was
     *     erased; INVALID_FIELD when a parcel could not go to the new address either
     */
    public void mend(MerchantId merchant, SalesOrderId order, PostalAddress to) {
        tenancy.run(merchant, () -> {
            OrderState state = rows.lock(merchant, List.of(order)).get(order);
            if (state == null) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no order of that id; list orders to find it.");
            }
            CustomerRecords.Content before =
                    records.read(merchant, List.of(state.head.customerRecord())).get(state.head.customerRecord());
            if (before == null || state.head.cancelledAt() != null) {
                throw new Problem(
                        CommonProblem.CONFLICT,
                        before == null ? "The customer of this order was erased." : "This order is cancelled.");
            }
            check(to);
            if (!to.equals(before.shipTo())) {
                apply(merchant, state, before, to);
            }
        });
    }

    private void apply(MerchantId merchant, OrderState state, CustomerRecords.Content before, PostalAddress to) {
        SalesOrderId order = state.head.id();
        CustomerRecords.Content after = before.goingTo(to);
        if (!mended.of(merchant, List.of(order)).containsKey(order)) {
            mended.put(
                    merchant,
                    order,
                    new MendedAddresses.Mended(
                            mended.print(merchant, before.shipTo()),
                            state.head.prints().ship()));
        }
        String countryBefore = state.head.shipCountry();
        state.head = state.head.goingTo(
                records.replace(merchant, state.head, before, after),
                Intake.country(to),
                keys.print(merchant, "mended\u0000" + to));
        state.headTouched = true;
        Readdressing.apply(state, countryBefore, ids);
        state.holds.stream()
                .filter(hold -> hold.open()
                        && (hold.kind == HoldKind.BAD_ADDRESS || hold.kind == HoldKind.PERSONAL_DATA_WITHHELD))
                .forEach(hold -> hold.release("the address was mended", false));
        closing.close(
                merchant,
                List.of(state),
                new Closing.Act("MendAddress", "the address was mended here"),
                Planner.Mode.NEW_DEMAND);
    }

    private static void check(PostalAddress to) {
        List<AddressFault> faults = AddressCheck.check(to).stream()
                .filter(AddressFault::stopsShipping)
                .toList();
        if (!faults.isEmpty()) {
            throw new Problem(
                    CommonProblem.INVALID_FIELD,
                    faults.stream().map(AddressFault::message).collect(Collectors.joining(" ")),
                    "address");
        }
    }
}
