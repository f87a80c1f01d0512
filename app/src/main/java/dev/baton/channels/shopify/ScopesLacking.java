package dev.baton.channels.shopify;

import dev.baton.channels.Desk;
import dev.baton.channels.StoreAccess;
import dev.baton.channels.StoreConnection;
import dev.baton.channels.StoreTasks;
import dev.baton.platform.TaskBoard;
import dev.baton.platform.Tasks.Task;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says whether a store that answers questions still refuses what its open task speaks of. */
@Component
class ScopesLacking {

    /** More stores than a merchant has. */
    private static final int MOST_TASKS = 1_000;

    private final StoreAccess access;
    private final TaskBoard board;
    private final Desk desk;

    ScopesLacking(StoreAccess access, TaskBoard board, Desk desk) {
        this.access = access;
        this.board = board;
        this.desk = desk;
    }

    /**
     * Whether the task that the store does not let Baton in names a scope that is still not granted. The store is asked
     * only where a task names one; one that does not answer counts as lacking it. Outside of any transaction.
     */
    boolean stillNamed(StoreConnection connection) {
        Set<String> named = named(connection);
        return !named.isEmpty()
                && !(access.granted(connection) instanceof StoreAccess.Answer.Told<Set<String>> told
                        && told.value().containsAll(named));
    }

    private Set<String> named(StoreConnection connection) {
        return desk
                .tenancy()
                .inTransaction(
                        connection.merchant(),
                        () -> board.page(connection.merchant(), StoreTasks.ACCESS, null, MOST_TASKS))
                .stream()
                .filter(task -> task.subject().equals(connection.store().value()))
                .map(Task::detail)
                .flatMap(detail -> access.needed().stream().filter(scope -> detail.contains("`" + scope + "`")))
                .collect(Collectors.toSet());
    }
}
