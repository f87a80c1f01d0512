package dev.baton.orders;

import org.springframework.stereotype.Component;

/** The steps of bringing an order to a newer version. */
@Component
record ReconcileSteps(
        CustomerRecords records,
        MendedAddresses mended,
        Printing printing,
        Cancelling cancelling,
        LineChanges lineChanges,
        AfterSending afterSending) {}
