package dev.baton.world;

import dev.baton.world.sabotage.Sabotage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code --help} says. */
final class Usage {

    private static final String DEMO = """
            ./baton demo [options]: starts Baton and a world of stores, suppliers, carriers and customers around it.

            It plays a month of history in a minute, prints how far it is and where to sign in, and lives until
            Ctrl-C, in ./demo-data; the next one begins anew. With --exit it plays to the end in a folder of its own,
            judges what came of every order, and exits with 1 if anything differs.

              --exit                play to the end, print a summary and one line of JSON last
              --json                said together with --exit; the line is printed either way
              --orders N            orders to place (with --exit 500; of the month 320)
              --seed N              another seed tells another story (7)
              --time-rate R         seconds of business time in a second (60; with --exit 600)
              --place-seconds N     spread the orders over so many seconds
              --deadline-seconds N  end it so many seconds after the last order was placed, whatever happens
              --grace-seconds N     business time an order rests before it is sent
              --page-port PORT      port of the world's own page (any free one)
              --sabotage WORD       somebody between Baton and the world does harm, and the run must find it:
                                    %s

            Against a Baton that runs already, started with the world's mail server as its relay:
              --base-url URL  --admin-key KEY  --clock-origin INSTANT  --smtp-port PORT  --imap-port PORT
              --outage-seconds N    how long a call waits for a Baton that is down
            """;

    private static final String BENCH = """
            ./baton bench [options]: measures the limit of the database of this machine and the road of an order on
            the same server in one run, and prints their ratios.

              --only limits,road,feed,pages
                                    some of them; feed takes in stock files of a million rows (limits,road)
              --quick               shorter runs, for a first look: its figures are not to be quoted
              --json FILE           write the figures to this file as well
            """;

    private Usage() {}

    /** The help the words ask for; empty when they ask for none. */
    static Optional<String> askedFor(List<String> words) {
        boolean asked = words.stream().anyMatch(word -> word.equals("--help") || word.equals("-h"));
        if (!asked) {
            return Optional.empty();
        }
        return Optional.of(words.getFirst().equals("bench") ? BENCH : DEMO.formatted(sabotages()));
    }

    private static String sabotages() {
        String words = Arrays.stream(Sabotage.values()).map(Sabotage::word).collect(Collectors.joining(" | "));
        int half = words.indexOf("| ", words.length() / 2) + 2;
        return words.substring(0, half).strip() + "\n" + " ".repeat(24) + words.substring(half);
    }
}
