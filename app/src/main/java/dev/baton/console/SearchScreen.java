package dev.baton.console;

import dev.baton.console.SearchViews.Found;
import dev.baton.console.SearchViews.Group;
import dev.baton.console.SearchViews.Hit;
import dev.baton.platform.Tenancy;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one box: what is called as somebody typed. Where only one thing is called exactly so, its page opens at once. */
@RestController
class SearchScreen {

    static final String PATH = "/console/search";

    private static final int LONGEST_TEXT = 100;

    private final FindAnything find;
    private final Tenancy tenancy;
    private final StaffDesk desk;

    SearchScreen(FindAnything find, Tenancy tenancy, StaffDesk desk) {
        this.find = find;
        this.tenancy = tenancy;
        this.desk = desk;
    }

    @Does(Act.SEARCH)
    @GetMapping(PATH)
    ResponseEntity<String> show(Staff staff, Typed typed) {
        String text = cut(typed.text("q"));
        List<Group> groups = text.isEmpty()
                ? List.of()
                : tenancy.inTransaction(staff.merchant(), () -> find.find(staff.merchant(), text));
        List<String> exact = groups.stream()
                .flatMap(group -> group.hits().stream())
                .filter(Hit::exact)
                .map(Hit::path)
                .distinct()
                .toList();
        if (exact.size() == 1) {
            return Answer.seeOther(exact.getFirst());
        }
        return desk.page(staff, null, "Search", "", "console/search.jte", frame -> view(frame, text, groups));
    }

    private static Found view(Frame frame, String text, List<Group> groups) {
        return new Found(
                frame,
                text,
                groups.stream()
                        .map(group -> new Group(
                                group.id(),
                                group.title(),
                                group.hits().stream()
                                        .limit(FindAnything.MOST_OF_A_KIND)
                                        .toList()))
                        .toList(),
                groups.stream().anyMatch(group -> group.hits().size() > FindAnything.MOST_OF_A_KIND));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
