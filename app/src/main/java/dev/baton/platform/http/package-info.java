/** Guarded calls to the outside world. Start reading at {@link dev.baton.platform.http.OutboundHttp}. */
@NullMarked
package dev.baton.platform.http;

import org.jspecify.annotations.NullMarked;
