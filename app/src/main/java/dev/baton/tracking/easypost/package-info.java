/**
 * Scans as EasyPost tells them: signed messages about trackers.
 *
 * <p>Start reading at {@link dev.baton.tracking.easypost.EasyPostHooks}.
 */
@NullMarked
package dev.baton.tracking.easypost;

import org.jspecify.annotations.NullMarked;
