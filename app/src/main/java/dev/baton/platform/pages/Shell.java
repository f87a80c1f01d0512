package dev.baton.platform.pages;

import java.util.List;

/**
 * What stands around every page: {@code layout/shell.jte}.
 *
 * @param language BCP 47 tag of the words
 * @param css address of the style sheet
 * @param scripts addresses of scripts that only make a page nicer; it works without them
 */
public record Shell(String language, String title, String css, List<String> scripts) {

    public Shell {
        scripts = List.copyOf(scripts);
    }
}
