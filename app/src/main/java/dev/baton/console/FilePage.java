package dev.baton.console;

/** Where a page of a file's rows begins. */
final class FilePage {

    private FilePage() {}

    /** Behind which row; 0 = from the first. */
    static long row(Typed typed) {
        String text = typed.text("row");
        return text.matches("[0-9]{1,15}") ? Long.parseLong(text) : 0;
    }
}
