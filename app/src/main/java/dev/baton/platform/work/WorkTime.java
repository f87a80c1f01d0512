package dev.baton.platform.work;

import dev.baton.platform.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The two times of the engine (business time for due, database time for leases) and who this node is. */
@Component
record WorkTime(Clock clock, DatabaseClock databaseClock, Ids ids, WorkNode node) {}
