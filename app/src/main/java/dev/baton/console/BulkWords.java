package dev.baton.console;

import dev.baton.console.BulkRows.Fate;
import dev.baton.console.BulkRun.State;
import dev.baton.console.BulkViews.Strip;
import org.jspecify.annotations.Nullable;

/** How something done to all rows of a list is spoken of. */
final class BulkWords {

    private BulkWords() {}

    static String title(BulkRun run, BulkAct act) {
        return switch (run.state()) {
            case GATHERING -> act.label() + ": looking through the list";
            case READY -> act.question(run.will()) + "?";
            case RUNNING -> act.question(run.will());
            case ENDED -> run.done() == 0 ? "Nothing was changed" : sentence(act.done(run.done()));
            case DROPPED -> act.label() + ": left before anything was done";
            case UNDOING -> "Taking back: " + act.label().toLowerCase(java.util.Locale.ROOT);
            case UNDONE -> run.undone() == 0 ? "Nothing could be undone" : rows(run.undone()) + " undone";
        };
    }

    private static String sentence(String words) {
        return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
    }

    static String lead(BulkRun run, BulkAct act) {
        String lead = switch (run.state()) {
            case GATHERING -> "Nothing is done before you have seen what would happen and say so.";
            case READY ->
                (run.will() == 0
                                ? "Nothing would happen to what matches."
                                : act.undoable() ? "This can be undone afterwards." : "This cannot be undone.")
                        + (run.cut()
                                ? " The list is longer than " + Moments.counted(BulkRun.MOST_ROWS)
                                        + " rows; these come first, do the rest afterwards."
                                : "");
            case RUNNING, UNDOING -> "It goes on by itself, also when you leave this page or Baton is started anew.";
            case ENDED, DROPPED, UNDONE -> "";
        };
        String note = run.note();
        return note == null ? lead : (lead + " " + note).strip();
    }

    static Strip strip(BulkRun run, BulkAct act, boolean whole) {
        boolean back = run.state() == State.UNDOING || run.state() == State.UNDONE;
        return new Strip(
                run.id().toString(),
                title(run, act),
                words(run),
                run.state().works(),
                back ? run.undone() + run.kept() : run.done() + run.failed(),
                of(run, back),
                BulkRunScreen.PATH + "/" + run.id(),
                whole);
    }

    /** How many rows its step is about; 0 before it is known that they are to be done. */
    private static int of(BulkRun run, boolean back) {
        return switch (run.state()) {
            case GATHERING, READY, DROPPED -> 0;
            case RUNNING, ENDED, UNDOING, UNDONE -> back ? run.done() : run.will();
        };
    }

    private static String words(BulkRun run) {
        return switch (run.state()) {
            case GATHERING -> rows(run.gathered()) + " so far";
            case READY ->
                rows(run.gathered()) + (run.gathered() == 1 ? " matches" : " match") + ": "
                        + Moments.counted(run.will()) + " to be done, " + Moments.counted(run.gathered() - run.will())
                        + " left as they are";
            case RUNNING, ENDED ->
                Moments.counted(run.done()) + " done, " + Moments.counted(run.left()) + " left, "
                        + Moments.counted(run.failed()) + " failed";
            case DROPPED -> "0 done";
            case UNDOING, UNDONE ->
                Moments.counted(run.undone()) + " undone, " + Moments.counted(run.left()) + " left, "
                        + Moments.counted(run.kept()) + " stay as they are";
        };
    }

    private static String rows(int count) {
        return Moments.counted(count, "row", "rows");
    }

    /** Which rows the page names. */
    static Fate shown(State state) {
        return switch (state) {
            case GATHERING, READY, DROPPED -> Fate.NOT;
            case RUNNING, ENDED -> Fate.FAILED;
            case UNDOING, UNDONE -> Fate.KEPT;
        };
    }

    static String rowsTitle(State state) {
        return switch (state) {
            case GATHERING, READY, DROPPED -> "Left as they are";
            case RUNNING, ENDED -> "Failed";
            case UNDOING, UNDONE -> "Could not be undone";
        };
    }

    static @Nullable String stop(State state) {
        return switch (state) {
            case GATHERING, READY -> "Leave it";
            case RUNNING, UNDOING -> "Stop here";
            case ENDED, DROPPED, UNDONE -> null;
        };
    }
}
