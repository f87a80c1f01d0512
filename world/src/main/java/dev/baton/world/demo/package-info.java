/**
 * Runs a whole playbook against one Baton: sets the merchant up, lets orders happen, plays merchant's clerk and store, and
 * hands everything to the oracle. Start reading at {@link dev.baton.world.demo.Stage}.
 */
@NullMarked
package dev.baton.world.demo;

import org.jspecify.annotations.NullMarked;
