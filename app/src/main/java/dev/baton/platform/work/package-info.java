/** The only engine for work that happens later: rows, leases, fences, batches, backoff and parking. Start reading at {@link dev.baton.platform.work.WorkEngine}. */
@NamedInterface("work")
@NullMarked
package dev.baton.platform.work;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
