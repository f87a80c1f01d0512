/**
 * Guarded calls to the outside world, and who calls from there. Start reading at {@link
 * dev.baton.platform.http.OutboundHttp}.
 */
@NamedInterface("http")
@NullMarked
package dev.baton.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
