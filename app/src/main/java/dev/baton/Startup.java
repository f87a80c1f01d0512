package dev.baton;

import dev.baton.platform.DatabaseAccess;
import dev.baton.platform.MasterKey;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;

/** Puts Spring on what this process stands on. */
final class Startup {

    private Startup() {}

    /** What is there before the modules; each is asked for once, when it is needed first. */
    record Foundations(Supplier<Clock> clock, Supplier<DatabaseAccess> database, Supplier<MasterKey> masterKey) {}

    /** Everything but running it. */
    static SpringApplication application(RunSettings settings, Foundations foundations) {
        SpringApplication application = onNothing(settings);
        application.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Clock.class, foundations.clock());
            beans.registerBean(DatabaseAccess.class, foundations.database());
            beans.registerBean(MasterKey.class, foundations.masterKey());
        });
        return application;
    }

    /** The same without anything to stand on. */
    static SpringApplication onNothing(RunSettings settings) {
        SpringApplication application = new SpringApplication(Application.class);
        // names what was written ahead of time, where the launcher asks for it
        application.setMainApplicationClass(AheadOfTime.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings));
        return application;
    }

    /** Where the page of the world lies that plays with a demo; empty = nobody said. */
    private static String playground() {
        String world = System.getenv("BATON_DEMO_WORLD");
        return world != null && world.matches("http://127\\.0\\.0\\.1:[0-9]{1,5}") ? world : "";
    }

    private static Map<String, Object> properties(RunSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("baton.data-folder", settings.dataFolder().toString());
        properties.put("baton.port", settings.port());
        properties.put("baton.bind", settings.bind());
        properties.put("baton.public-url", settings.publicUrl().orElse(""));
        properties.put("baton.smtp-url", settings.mail().smtpUrl().orElse(""));
        properties.put("baton.mail-from", settings.mail().from().orElse(""));
        properties.put("baton.bounces-url", settings.mail().bouncesUrl().orElse(""));
        properties.put("baton.trusted-proxies", settings.pages().trustedProxies());
        properties.put("baton.pages.keep-days", settings.pages().keepDays());
        // whose word is believed about a caller is ours to decide, on every platform
        properties.put("server.forward-headers-strategy", "none");
        properties.put("baton.outbound.allow-private", settings.allowPrivate());
        properties.put(
                "baton.outbound.authorities",
                settings.authorities().map(Path::toString).orElse(""));
        properties.put("baton.clock.rate", settings.clock().then());
        properties.put("baton.playground", settings.mode() == RunSettings.Mode.DEMO ? playground() : "");
        properties.put("baton.work.alone", settings.databaseUrl().isEmpty());
        properties.put("server.port", settings.port());
        properties.put("server.address", settings.bind());
        properties.putAll(Map.of(
                "server.shutdown", "graceful",
                "spring.lifecycle.timeout-per-shutdown-phase", "20s",
                "spring.threads.virtual.enabled", "true",
                "spring.main.keep-alive", "true",
                "server.max-http-request-header-size", "16KB",
                "server.tomcat.max-connections", "1000",
                "server.tomcat.connection-timeout", "20s"));
        properties.putAll(Map.of(
                "spring.main.log-startup-info", "false",
                // two cores have enough to do without what may be needed later
                "spring.backgroundpreinitializer.ignore", "true",
                "server.error.whitelabel.enabled", "false",
                "spring.web.resources.add-mappings", "false",
                // nobody listens to them, and each request would be told of
                "spring.mvc.publish-request-handled-events", "false",
                "spring.mvc.problemdetails.enabled", "false"));
        properties.putAll(Map.of(
                "springdoc.api-docs.path", "/api/openapi.json",
                "springdoc.api-docs.version", "openapi_3_1",
                "springdoc.swagger-ui.path", "/api",
                "springdoc.packages-to-scan", "dev.baton.api",
                "springdoc.paths-to-match", "/api/v1/**",
                "springdoc.default-produces-media-type", "application/json",
                "springdoc.cache.disabled", "false"));
        // nothing of another host; the layout with the bar on top, which alone knows light and dark
        properties.putAll(Map.of(
                "springdoc.swagger-ui.validator-url", "none",
                "springdoc.swagger-ui.disable-swagger-default-url", "true",
                "springdoc.swagger-ui.layout", "StandaloneLayout",
                "springdoc.swagger-ui.default-models-expand-depth", "0"));
        return properties;
    }
}
