package dev.baton.platform.work;

import dev.baton.platform.Ids;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** This process as an owner of leases. */
@Component
class WorkNode {

    private final UUID id;

    WorkNode(Ids ids) {
        this.id = ids.next();
    }

    UUID id() {
        return id;
    }
}
