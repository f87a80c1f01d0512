package dev.baton.portal;

import dev.baton.platform.pages.Shell;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page that asks whether a stock file is right.
 *
 * @param texts a paragraph each
 * @param base where the buttons lead; null = there is nothing to answer
 * @param right what the button says that accepts the file
 * @param wrong what the other one says
 */
public record StockAsked(
        Shell shell,
        String title,
        List<String> texts,
        @Nullable String base,
        String right,
        String wrong) {}
