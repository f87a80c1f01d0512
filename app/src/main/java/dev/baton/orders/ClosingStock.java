package dev.baton.orders;

import dev.baton.inventory.RecordRejection;
import dev.baton.inventory.ReleaseClaims;
import dev.baton.inventory.Waiting;
import org.springframework.stereotype.Component;

/** The acts on stock that end an act on orders. */
@Component
record ClosingStock(ReleaseClaims claims, RecordRejection rejections, Waiting waiting) {}
