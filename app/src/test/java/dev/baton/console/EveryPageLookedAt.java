package dev.baton.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.baton.testing.PagesLookedAt;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Asked by the build after the last test: is there a page of the console that no browser test has looked at, with axe, in
 * both themes? Its name keeps it out of the run it asks about.
 */
class EveryPageLookedAt {

    /** Not pages: the strip a page fetches again and again, what others will see, and what only leads elsewhere. */
    private static final Set<String> NO_PAGES = Set.of(
            "/console/bulk-runs/{id}/strip",
            "/console/holds",
            "/console/instructions/preview",
            "/console/settings/messages/preview",
            "/console/setup/preview",
            "/console/tasks");

    @Test
    void everyPageOfTheConsoleWasLookedAt() throws IOException, ClassNotFoundException {
        assumeTrue(System.getProperty("test") == null, "only some tests were asked for");
        List<PathContainer> seen = PagesLookedAt.NOTES.read().stream()
                .map(PathContainer::parsePath)
                .toList();
        assumeTrue(!seen.isEmpty(), "there was no browser");

        Set<String> never = new TreeSet<>();
        for (PathPattern pattern : pages()) {
            if (seen.stream().noneMatch(pattern::matches) && !NO_PAGES.contains(pattern.getPatternString())) {
                never.add(pattern.getPatternString());
            }
        }

        assertThat(never).isEmpty();
    }

    private static List<PathPattern> pages() throws ClassNotFoundException {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        List<PathPattern> pages = new ArrayList<>();
        for (var found : scan.findCandidateComponents(EveryPageLookedAt.class.getPackageName())) {
            Class<?> screen = Class.forName(found.getBeanClassName());
            RequestMapping common = AnnotatedElementUtils.findMergedAnnotation(screen, RequestMapping.class);
            String prefix = common == null || common.path().length == 0 ? "" : common.path()[0];
            for (Method method : screen.getDeclaredMethods()) {
                GetMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, GetMapping.class);
                if (mapping != null && isPage(method)) {
                    String own = mapping.path().length == 0 ? "" : mapping.path()[0];
                    pages.add(PathPatternParser.defaultInstance.parse(prefix + own));
                }
            }
        }
        assertThat(pages).as("pages found").hasSizeGreaterThan(40);
        return pages;
    }

    /** A text; files, pictures and styles are bytes. */
    private static boolean isPage(Method method) {
        return method.getGenericReturnType() instanceof ParameterizedType type
                && type.getRawType() == ResponseEntity.class
                && type.getActualTypeArguments()[0] == String.class;
    }
}
