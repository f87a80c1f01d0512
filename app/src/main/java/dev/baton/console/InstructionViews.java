package dev.baton.console;

import dev.baton.console.ExceptionViews.Option;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page of instructions shows. */
public final class InstructionViews {

    private InstructionViews() {}

    /** One kind of instruction. */
    public record Text(String name, String label, String means, String value) {}

    /** An earlier version in words. */
    public record Earlier(int version, Instant since, List<String> said) {}

    /**
     * The page.
     *
     * @param back where its subject stands
     * @param version 0 = nothing was ever said
     * @param gone why nothing can be written; empty = it can
     * @param told what purchase orders make of it; empty = the usual
     * @param preview path of a purchase order that says so; null = there is no supplier to show it of
     */
    public record Page(
            Frame frame,
            String heading,
            String back,
            String backTo,
            String about,
            String of,
            int version,
            List<Text> texts,
            List<Earlier> earlier,
            String gone,
            String told,
            List<Option> suppliers,
            String supplier,
            @Nullable String preview,
            String action,
            boolean may,
            @Nullable String field,
            @Nullable String trouble) {}
}
