package dev.baton;

import dev.baton.platform.BusinessClock;
import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.MasterKey;
import dev.baton.postgres.GivenPostgres;
import dev.baton.postgres.RunningPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What a command that ends by itself stands on: the database of a data folder, and a few modules without their work. */
final class ShortCommand {

    private ShortCommand() {}

    /** What is done with the database; answers the exit code. */
    interface Act {

        int on(DatabaseAccess access, Path dataFolder);
    }

    /**
     * Does it on the running Baton's database where one runs, else on the same database opened for as long.
     *
     * @throws UsageMistake when nothing was ever started there
     * @throws dev.baton.postgres.PostgresUnavailable with what to do
     */
    static int onDatabase(CommandLine line, Act act) {
        Path dataFolder = RunSettings.dataFolder(line);
        Optional<String> url = line.option("database-url", "BATON_DATABASE_URL");
        if (url.isEmpty() && !Files.isDirectory(dataFolder)) {
            throw new UsageMistake("There is no Baton in " + dataFolder
                    + " yet. Start ./baton run once, or name its data folder with --data.");
        }
        Optional<DatabaseAccess> running = DoctorCommand.isHeld(dataFolder)
                ? url.map(given -> GivenPostgres.prepare(given, dataFolder)).or(() -> RunningPostgres.of(dataFolder))
                : Optional.empty();
        if (running.isPresent()) {
            return act.on(running.get(), dataFolder);
        }
        try (BatonDatabase database = BatonDatabase.open(dataFolder, url)) {
            return act.on(database.access(), dataFolder);
        }
    }

    /** Beans for modules that are yet to be scanned and refreshed; none of their work runs. */
    static AnnotationConfigApplicationContext beans(DatabaseAccess access, Path dataFolder) {
        AnnotationConfigApplicationContext beans = new AnnotationConfigApplicationContext();
        beans.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "command", Map.of("baton.work.auto", "false", "baton.database.connections", "1")));
        beans.registerBean(Clock.class, () -> BusinessClock.system());
        beans.registerBean(DatabaseAccess.class, () -> access);
        beans.registerBean(MasterKey.class, () -> MasterKey.fromFile(dataFolder.resolve("secrets/master.key")));
        return beans;
    }
}
