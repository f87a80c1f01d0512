package dev.baton.channels;

import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every act of this module works with: its transactions, what is to be done next by us and by people, the time. */
@Component
public record Desk(Tenancy tenancy, Work work, Tasks tasks, Clock clock) {}
