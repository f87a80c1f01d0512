package dev.baton.console;

import dev.baton.console.OrderViews.Option;
import dev.baton.suppliers.SupplierLanguage;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the checklist of setting up shows. */
public final class SetupViews {

    private SetupViews() {}

    /** A supplier with the items of its price lists that are no offers yet. */
    public record Listed(String id, String name, long items) {}

    /** Where a step stands. */
    public enum State {
        /** Nothing is left to do. */
        DONE("good", "Done"),
        /** Somebody has to act. */
        NEEDS_YOU("warn", "Needs you"),
        /** It goes on by itself. */
        WAITING("quiet", "Waiting");

        private final String mood;
        private final String words;

        State(String mood, String words) {
            this.mood = mood;
            this.words = words;
        }

        /** As marks are drawn. */
        public String mood() {
            return mood;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }
    }

    /** A step and what is true of it, in words. */
    public record Step(String id, String title, State state, String says) {}

    /**
     * The whole checklist.
     *
     * @param may whether whoever looks may act
     * @param open the step whose act is open
     * @param refused the form that was refused, with what was typed into it
     */
    public record Setup(
            Frame frame,
            List<Step> steps,
            boolean may,
            String open,
            Business business,
            Mail mail,
            List<Store> stores,
            List<Supplier> suppliers,
            Goods goods,
            List<Listed> listed,
            List<Live> live,
            Refused refused) {

        /** How many steps are done. */
        public long done() {
            return steps.stream().filter(step -> step.state() == State.DONE).count();
        }

        /** The step of that name. */
        public Step step(String id) {
            return steps.stream()
                    .filter(step -> step.id().equals(id))
                    .findFirst()
                    .orElseThrow();
        }

        /** What was typed into a form that was refused, else the given text. */
        public String value(String field, String otherwise) {
            return refused.typed().getOrDefault(field, otherwise);
        }

        /** The languages a supplier can be written to in. */
        public List<Option> languages() {
            return SupplierForm.languages(value("language", SupplierLanguage.DEFAULT));
        }

        /** Whether that field is why a form was refused. */
        public boolean isWrong(String field) {
            return field.equals(refused.field());
        }
    }

    /** A form that was refused; {@code trouble} null = none was. */
    public record Refused(
            java.util.Map<String, String> typed,
            @Nullable String field,
            @Nullable String trouble) {

        /** None was. */
        static final Refused NOT = new Refused(java.util.Map.of(), null, null);
    }

    /** Who the merchant is. */
    public record Business(String name, String currency, String zone, List<String> zones) {}

    /**
     * How mail leaves.
     *
     * @param records what the sender's domain says about who may send for it; empty = not looked
     */
    public record Mail(boolean relay, String sender, String domain, List<Finding> records) {}

    /** What a look-up of a name found. */
    public record Finding(String name, String mood, String says) {}

    /** A store that is connected. */
    public record Store(
            String id, String code, String name, String shop, List<Fact> facts, boolean canPull, boolean canAdopt) {}

    /** Something true of a store or supplier. */
    public record Fact(String mood, String says, @Nullable Instant at) {}

    /** A supplier. */
    public record Supplier(String id, String code, String name, String channel, List<Fact> facts, boolean canTest) {}

    /** What can be sold. */
    public record Goods(String currency, long unmatched, List<String> codes) {}

    /**
     * A store or supplier.
     *
     * @param waits what would have been sent, listed behind {@code path}
     */
    public record Live(String side, String id, String name, boolean isLive, long waits, String path) {}
}
