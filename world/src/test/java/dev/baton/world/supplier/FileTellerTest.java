package dev.baton.world.supplier;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.world.feeds.FilePlace;
import dev.baton.world.http.BatonApi;
import dev.baton.world.http.Caller;
import dev.baton.world.ledger.Fact;
import dev.baton.world.ledger.Ledger;
import dev.baton.world.story.Playbook;
import dev.baton.world.story.SupplierSheet;
import dev.baton.world.time.Agenda;
import dev.baton.world.time.WorldClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileTellerTest {

    private static final int ITEMS = 6;
    private static final int UNITS = 7;
    private static final int SEED = 7;

    private final WorldClock clock = WorldClock.of(Instant.parse("2026-03-02T09:00:00Z"), 1);
    private final Ledger ledger = new Ledger(clock);
    private final Caller caller = new Caller();
    private final Agenda agenda = new Agenda(clock, fault -> {
        throw fault;
    });
    private final Playbook playbook = Playbook.of(Playbook.fewest(), SEED);
    private final Warehouse warehouse = new Warehouse(false, clock);
    private final Shelf place = new Shelf();

    /** Keeps what was laid there, in words. */
    private static final class Shelf implements FilePlace {

        final List<String> how = new ArrayList<>();
        byte[] content = new byte[0];

        @Override
        public void lay(String name, byte[] bytes) {
            how.add("laid");
            content = bytes;
        }

        @Override
        public void write(String name, byte[] bytes) {
            how.add("written");
            content = bytes;
        }

        @Override
        public void again() {
            how.add("again");
        }

        @Override
        public byte[] newest() {
            return content;
        }
    }

    @AfterEach
    void close() {
        agenda.close();
        caller.close();
    }

    private FileTeller teller(String code) {
        for (int i = 1; i <= ITEMS; i++) {
            warehouse.put("A-" + i, UNITS);
        }
        BatonApi nobody = new BatonApi(caller, URI.create("http://127.0.0.1:9"), "", Duration.ZERO);
        SupplierWorld world =
                new SupplierWorld(clock, agenda, ledger, playbook::find, new TrackingNumbers(SEED), nobody, SEED, "");
        return new FileTeller(playbook.market().supplier(code), warehouse, place, world);
    }

    private FileMood told(FileTeller teller) {
        teller.tell();
        return FileMood.valueOf(ledger.facts(Fact.StockFileLaid.class).getLast().mood());
    }

    private String name() {
        return ledger.facts(Fact.StockFileLaid.class).getLast().name();
    }

    private long rows(String ending) {
        return new String(place.content, StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(row -> row.matches("A-\\d.*[,;]" + ending + "(;\\d+)?"))
                .count();
    }

    private void answered(String code) {
        ledger.write(new Fact.StockFileDecided(code, "file", "clerk", false, 200));
    }

    @Test
    void saysNothingOfAFileZeroedToTry() {
        FileTeller teller = teller("moss");
        told(teller);

        teller.tellNothingIsLeft();
        String zeroed = name();

        assertThat(rows("0")).isEqualTo(ITEMS);
        assertThat(teller.wordOn("the file " + zeroed, 0)).isEqualTo(WordOnFile.NOTHING);
        teller.tell();
        assertThat(name()).as("still that one").isEqualTo(zeroed);
    }

    @Test
    void tellsEachFileInItsMood() {
        FileTeller teller = teller("moss");
        List<FileMood> told = new ArrayList<>();
        for (int i = 0; i < FileMood.values().length + 1; i++) {
            FileMood mood = told(teller);
            told.add(mood);
            switch (mood) {
                case FRESH, LATE, HALF_WRITTEN, DUPLICATED ->
                    assertThat(teller.wordOn(name(), 0)).isEqualTo(WordOnFile.RIGHT);
                case HALVED -> assertThat(rows(".*")).isEqualTo(ITEMS / 2);
                case ZEROED -> assertThat(rows("0")).isEqualTo(ITEMS);
            }
            String how = mood == FileMood.DUPLICATED ? "again" : mood == FileMood.HALF_WRITTEN ? "written" : "laid";
            assertThat(place.how.getLast()).isEqualTo(how);
            assertThat(teller.wordOn("in the file " + name() + ".", 0))
                    .isEqualTo(mood.isWrong() ? WordOnFile.WRONG : WordOnFile.RIGHT);
            answered("moss");
        }

        assertThat(told.getFirst()).isEqualTo(FileMood.FRESH);
        assertThat(told).containsAll(EnumSet.allOf(FileMood.class));
    }

    @Test
    void waitsAfterAWrongFileUntilSomebodyAsks() {
        FileTeller teller = teller("quartz");
        while (!told(teller).isWrong()) {
            assertThat(place.how).hasSizeLessThan(20);
        }
        int laid = place.how.size();
        teller.tell();
        answered("moss");
        teller.tell();
        assertThat(place.how).as("nobody asked it, or only somebody else").hasSize(laid);

        answered("quartz");
        teller.tell();

        assertThat(place.how).hasSize(laid + 1);
    }

    @Test
    void showsMoreThanThereIsWhereItLies() {
        teller("tansy").tell();

        assertThat(rows(Integer.toString(
                        UNITS + playbook.market().supplier("tansy").shownTooMany())))
                .isEqualTo(ITEMS);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void hasEveryMoodAmongTheFirstFilesWhateverTheSeed(long seed) {
        SupplierSheet sftp = playbook.market().supplier("moss");
        SupplierSheet lying = playbook.market().supplier("tansy");

        assertThat(FileMood.first(sftp, seed)).containsAll(EnumSet.allOf(FileMood.class));
        assertThat(FileMood.first(lying, seed)).noneMatch(FileMood::isWrong);
    }
}
