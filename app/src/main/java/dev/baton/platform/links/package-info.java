/** Links that carry their own permission. Start reading at {@link dev.baton.platform.links.Links}. */
@NamedInterface("links")
@NullMarked
package dev.baton.platform.links;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
