/** The house rules as checks; {@code ArchitectureTest} runs them on the sources and shows each to fail on a plant. */
@NullMarked
package dev.baton.architecture;

import org.jspecify.annotations.NullMarked;
