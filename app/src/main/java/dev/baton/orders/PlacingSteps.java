package dev.baton.orders;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** The steps of placing orders. */
@Component
record PlacingSteps(
        Printing printing,
        FreshOrders fresh,
        Reconcile reconcile,
        Closing closing,
        TellOfOrders telling,
        Clock clock) {}
