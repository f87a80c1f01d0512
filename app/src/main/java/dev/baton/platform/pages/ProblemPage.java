package dev.baton.platform.pages;

import org.jspecify.annotations.Nullable;

/**
 * A page for somebody outside when something went wrong.
 *
 * @param language BCP 47 tag of the words
 * @param title what happened
 * @param advice what to do now
 * @param correlation id under which our log tells more; null = none
 */
public record ProblemPage(
        String language,
        String title,
        String advice,
        @Nullable String correlation) {}
