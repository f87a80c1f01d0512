package dev.baton.platform.tables;

import dev.baton.platform.ProblemCode;

/** Why a file as a whole cannot be read as a table; a fault of one row is part of the row instead. */
public enum TableProblem implements ProblemCode {
    /** It is something else (an old .xls, a PDF, a web page), or broken: the sender saves it as .xlsx or CSV. */
    NOT_A_TABLE("The file cannot be read as a table"),
    /** It has no row with column names: the sender adds one. */
    TABLE_WITHOUT_HEADER("The table has no row of column names"),
    /** From one row on its rows cannot be told apart, such as after a quote that is never closed. */
    TABLE_BROKEN("The table is broken from a row on"),
    /** It is larger than a stated limit: the sender splits it. */
    TABLE_TOO_LARGE("The table is too large");

    private final String title;

    TableProblem(String title) {
        this.title = title;
    }

    @Override
    public int status() {
        return this == TABLE_TOO_LARGE ? 413 : 422;
    }

    @Override
    public String title() {
        return title;
    }
}
