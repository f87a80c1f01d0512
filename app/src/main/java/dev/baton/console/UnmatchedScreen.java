package dev.baton.console;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What stores sell and suppliers list, and which products it is. */
@RestController
class UnmatchedScreen {

    private final VariantListing variants;
    private final ItemListing items;
    private final ListDesk lists;

    UnmatchedScreen(VariantListing variants, ItemListing items, ListDesk lists) {
        this.variants = variants;
        this.items = items;
        this.lists = lists;
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(VariantListing.PATH)
    ResponseEntity<String> variants(Staff staff, Typed typed) {
        return lists.page(staff, typed, variants, Done.sentence(typed));
    }

    @Does(Act.SEE_PRODUCTS)
    @GetMapping(ItemListing.PATH)
    ResponseEntity<String> items(Staff staff, Typed typed) {
        return lists.page(staff, typed, items, Done.sentence(typed));
    }
}
