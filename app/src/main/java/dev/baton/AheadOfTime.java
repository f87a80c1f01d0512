package dev.baton;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.NumberWitness;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Shows Spring's ahead-of-time processing, while Baton is built, what there is to start; nothing is started. What it
 * writes down saves each start the search for the components and their constructors.
 */
final class AheadOfTime {

    private AheadOfTime() {}

    /** Called by the build alone: Spring stops it once it knows the components. */
    public static void main(String[] args) {
        RunSettings settings = RunSettings.of(CommandLine.parse(new String[] {"run"}, Map.of()));
        var application = Startup.onNothing(settings);
        application.addInitializers(context -> {
            // objects, not recipes: how they come to be is no matter of the build
            ConfigurableListableBeanFactory beans = context.getBeanFactory();
            beans.registerSingleton("clock", Clock.systemUTC());
            beans.registerSingleton("databaseAccess", DatabaseAccess.whenStarted(new CompletableFuture<>()));
            beans.registerSingleton("numberWitness", NumberWitness.none());
        });
        application.run();
    }
}
