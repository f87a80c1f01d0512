package dev.baton.trading.feeds;

import dev.baton.platform.Tasks;
import dev.baton.platform.Tenancy;
import dev.baton.platform.work.Work;
import dev.baton.suppliers.SupplierLookup;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** What every act on feeds has at hand. */
@Component
record FeedDesk(
        Tenancy tenancy, Feeds feeds, FeedFiles files, SupplierLookup suppliers, Work work, Tasks tasks, Clock clock) {}
