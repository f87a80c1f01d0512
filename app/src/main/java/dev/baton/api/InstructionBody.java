package dev.baton.api;

import dev.baton.purchasing.InstructOrder;
import dev.baton.purchasing.ToldInstructions;
import dev.baton.suppliers.InstructionVersion;
import dev.baton.suppliers.Instructions;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever packs is told; absent = nothing of that kind. Meanings as in {@link Instructions}. */
record InstructionBody(
        @Nullable String packaging,
        @Nullable String branding,
        @Nullable String insert,
        @Nullable String label,
        @Nullable String special) {

    static InstructionBody of(Instructions said) {
        return new InstructionBody(said.packaging(), said.branding(), said.insert(), said.label(), said.special());
    }

    Instructions stated() {
        return new Instructions(packaging, branding, insert, label, special);
    }

    /** Words of one version, since when they hold. */
    record Version(int version, InstructionBody instructions, Instant writtenAt) {

        static Version of(InstructionVersion row) {
            return new Version(row.version(), InstructionBody.of(row.said()), row.writtenAt());
        }
    }

    /**
     * What holds, and what held.
     *
     * @param version 0 = nothing was ever said
     * @param versions the latest fifty, newest first
     */
    record Standing(int version, InstructionBody instructions, List<Version> versions) {

        static Standing of(List<InstructionVersion> rows) {
            InstructionVersion newest = rows.isEmpty() ? null : rows.getFirst();
            return new Standing(
                    newest == null ? 0 : newest.version(),
                    InstructionBody.of(newest == null ? Instructions.NONE : newest.said()),
                    rows.stream().map(Version::of).toList());
        }
    }

    /**
     * What one order alone is told.
     *
     * @param version 0 = nothing was ever said
     * @param instructions null = the customer was erased, and the words with it
     * @param toldIn purchase orders that say so
     * @param toldWithout purchase orders that were sent without it
     */
    record OfOrder(
            int version,
            @Nullable InstructionBody instructions,
            @Nullable Instant writtenAt,
            List<String> toldIn,
            List<String> toldWithout) {

        static OfOrder of(InstructOrder.Told told) {
            Instructions said = told.said();
            return new OfOrder(
                    told.version(),
                    said == null ? null : InstructionBody.of(said),
                    told.writtenAt(),
                    told.toldIn(),
                    told.toldWithout());
        }
    }

    /**
     * What a purchase order is told.
     *
     * @param from whose words these are
     */
    record Told(InstructionBody instructions, List<From> from) {

        static Told of(ToldInstructions told) {
            return new Told(
                    InstructionBody.of(told.said()),
                    told.from().stream()
                            .map(each -> new From(each.scope(), each.subject(), each.version()))
                            .toList());
        }
    }

    /**
     * Words of one version.
     *
     * @param scope {@code SUPPLIER}, {@code BRAND}, {@code PRODUCT} or {@code ORDER}
     * @param subject its code or SKU; empty for the order's own
     */
    record From(String scope, String subject, int version) {}
}
