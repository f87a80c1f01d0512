package dev.baton.portal;

import dev.baton.platform.pages.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page that says one thing: what is true and what to do now.
 *
 * @param button what to press; null = nothing
 * @param action where the button's form goes
 */
public record PlainPage(
        Shell shell,
        String title,
        List<String> texts,
        @Nullable String button,
        String action) {}
