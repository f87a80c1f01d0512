package dev.baton.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The five minutes to the first order as the README tells them: what is typed, and what Baton says to it. */
public final class Readme {

    private static final String CHAPTER = "\n## Your first order in five minutes\n";
    private static final Pattern BLOCK = Pattern.compile("^```\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private Readme() {}

    /** What the chapter says, blocks and words. */
    public static String chapter() {
        try {
            String all = Files.readString(Repository.root().resolve("README.md"), StandardCharsets.UTF_8);
            int from = all.indexOf(CHAPTER);
            int to = all.indexOf("\n## ", from + CHAPTER.length());
            return all.substring(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is typed: the one block that begins so. */
    public static String typed(String beginning) {
        return blocks().get(place(beginning));
    }

    /** What Baton says to it: the block after the one that begins so. */
    public static String answer(String beginning) {
        return blocks().get(place(beginning) + 1);
    }

    private static List<String> blocks() {
        return BLOCK.matcher(chapter())
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private static int place(String beginning) {
        List<String> blocks = blocks();
        List<String> found =
                blocks.stream().filter(block -> block.startsWith(beginning)).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(found.size() + " blocks of the README begin with " + beginning);
        }
        return blocks.indexOf(found.getFirst());
    }

    /**
     * The answer to what begins so as a pattern: its … is any word, its port any number, and lines of a log may lie
     * between.
     */
    public static Pattern said(String beginning) {
        return Pattern.compile(answer(beginning)
                .lines()
                .map(line -> Pattern.quote(line).replace("…", "\\E\\S+\\Q").replace("8080", "\\E\\d+\\Q"))
                .collect(Collectors.joining("\\n(?:.*\\n)*?")));
    }
}
