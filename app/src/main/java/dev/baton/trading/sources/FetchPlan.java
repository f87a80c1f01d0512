package dev.baton.trading.sources;

/**
 * Where files are fetched from, and how often that is looked at.
 *
 * @param source not {@link FileSource.Kind#UPLOAD}
 * @param everyMinutes {@link SourceChecks#LEAST_MINUTES} to {@link SourceChecks#MOST_MINUTES}
 */
public record FetchPlan(FileSource source, int everyMinutes) {}
