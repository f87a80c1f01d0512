package dev.baton.orders;

import dev.baton.platform.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Where new ids and the business time come from. */
@Component
record IdsAndClock(Ids ids, Clock clock) {}
