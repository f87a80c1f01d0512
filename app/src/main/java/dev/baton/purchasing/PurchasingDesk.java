package dev.baton.purchasing;

import dev.baton.platform.Audit;
import dev.baton.platform.Ids;
import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What every act of this module has at hand. */
@Component
record PurchasingDesk(
        Tenancy tenancy, Work work, Tasks tasks, Audit audit, Ids ids, Clock clock, ApplicationEventPublisher news) {}
