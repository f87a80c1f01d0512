package dev.baton.testing;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers every statement Spring sends to a database in this JVM, and writes them down when it ends: one per line, in
 * {@link #NOTES}, each as {@link #plain} makes it.
 */
public final class StatementsSeen extends AppenderBase<ILoggingEvent> {

    /** What the JVMs of the last run of tests sent. */
    public static final NotesOfJvms NOTES = new NotesOfJvms("statements-seen");

    private static final Pattern LOGGED = Pattern.compile("^Executing [^\\[]*\\[(.*)]$", Pattern.DOTALL);

    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(StatementsSeen::write));
    }

    /** A statement without what differs between source and driver: names of parameters, lengths of lists, spaces. */
    public static String plain(String sql) {
        return sql.replaceAll("(?<!:):[A-Za-z]\\w*", "?")
                .replaceAll("\\s+", " ")
                .replaceAll("\\?(\\s*,\\s*\\?)+", "?")
                .strip();
    }

    @Override
    protected void append(ILoggingEvent event) {
        Matcher logged = LOGGED.matcher(event.getFormattedMessage());
        if (logged.find()) {
            SEEN.add(logged.group(1));
        }
    }

    private static void write() {
        Set<String> lines = new TreeSet<>();
        SEEN.forEach(sql -> lines.add(plain(sql)));
        NOTES.write(lines);
    }
}
