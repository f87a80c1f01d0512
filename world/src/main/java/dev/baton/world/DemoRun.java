package dev.baton.world;

import dev.baton.world.demo.SetupFailed;
import dev.baton.world.demo.Stage;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.mail.MailHouse;
import dev.baton.world.oracle.BatonPicture;
import dev.baton.world.oracle.Difference;
import dev.baton.world.oracle.Figures;
import dev.baton.world.story.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plays one playbook against a running Baton to its end and judges it. */
public final class DemoRun {

    private DemoRun() {}

    /**
     * Runs to the end, or to the deadline, and says what came of it. Never hangs and never throws for what Baton does:
     * a Baton that refuses to be set up is a difference as well.
     *
     * @param mail the server Baton was told to send by
     */
    public static DemoResult run(DemoSettings settings, MailHouse mail) {
        long start = System.nanoTime();
        try (Stage stage = new Stage(settings, mail)) {
            List<Difference> before = new ArrayList<>();
            try {
                stage.open();
                stage.play();
                stage.awaitEnd();
            } catch (SetupFailed e) {
                before.add(new Difference("setup refused", "", String.valueOf(e.getMessage())));
            }
            return judge(stage, before, (System.nanoTime() - start) / 1e9);
        }
    }

    private static DemoResult judge(Stage stage, List<Difference> before, double seconds) {
        BatonPicture picture = stage.picture();
        List<Ledger.Entry> entries = stage.ledger().entries();
        List<Difference> differences = new ArrayList<>(before);
        stage.faults().forEach(fault -> differences.add(new Difference("fault of the world", "", fault.toString())));
        differences.addAll(stage.oracle().judge(entries, picture));
        Figures figures = stage.figures();
        Map<String, Integer> required = figures.required();
        int expectedParked = (int) stage.playbook().scripts().values().stream()
                .filter(script -> script.plot() == Plot.PARKED)
                .count();
        return new DemoResult(
                stage.placed(),
                picture.orders().size(),
                figures.held(),
                figures.expectedHeld(),
                figures.counted(),
                picture.parked().size(),
                expectedParked,
                differences,
                picture.openWork(),
                required,
                seconds);
    }
}
