package dev.baton.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.purchasing.ToldInstructions.Gathering;
import dev.baton.purchasing.ToldInstructions.Source;
import dev.baton.suppliers.Instructions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a purchase order is told, gathered from several and kept. */
class ToldInstructionsTest {

    private static final Instructions SUPPLIER = new Instructions("Plain box", "Logo outside", null);
    private static final Instructions LAMP = new Instructions("Wrap twice", null, "Spare bulb", "FRAGILE", " ");

    @Test
    void standsKindByKindInTheOrderItIsSaid() {
        ToldInstructions told = new Gathering()
                .add(SUPPLIER, "")
                .add(LAMP, "A-LAMP, Desk lamp: ")
                .from(new Source("SUPPLIER", "acme", 3))
                .from(new Source("PRODUCT", "LAMP", 1))
                .from(new Source("PRODUCT", "LAMP", 1))
                .told();

        assertThat(told.said().packaging()).isEqualTo("Plain box\nA-LAMP, Desk lamp: Wrap twice");
        assertThat(told.said().branding()).isEqualTo("Logo outside");
        assertThat(told.said().insert()).isEqualTo("A-LAMP, Desk lamp: Spare bulb");
        assertThat(told.said().label()).isEqualTo("A-LAMP, Desk lamp: FRAGILE");
        assertThat(told.said().special()).isNull();
        assertThat(told.from()).containsExactly(new Source("SUPPLIER", "acme", 3), new Source("PRODUCT", "LAMP", 1));
    }

    @Test
    void saysWhatTheOrderAloneIsToldLast() {
        ToldInstructions told = new Gathering().add(SUPPLIER, "").told().with(LAMP, 2);

        assertThat(told.said().packaging()).isEqualTo("Plain box\nWrap twice");
        assertThat(told.from()).containsExactly(new Source("ORDER", "", 2));
    }

    @Test
    void readsWhatItWrote() {
        ToldInstructions told = new Gathering()
                .add(SUPPLIER, "")
                .add(LAMP, "")
                .from(new Source("BRAND", "default", 1))
                .told();

        assertThat(ToldInstructions.read(told.written())).isEqualTo(told);
        assertThat(ToldInstructions.read(new Gathering().told().written()).said())
                .isEqualTo(Instructions.NONE);
    }

    /** Stored by the first version that kept them; read for ever. */
    @Test
    void readsTheFirstStoredForm() {
        ToldInstructions told = ToldInstructions.read("""
                {"schemaVersion": 1, "packaging": "Plain box", "insert": "Card",
                 "from": [{"scope": "SUPPLIER", "subject": "acme", "version": 7}]}""");

        assertThat(told.said()).isEqualTo(new Instructions("Plain box", null, "Card", null, null));
        assertThat(told.from()).isEqualTo(List.of(new Source("SUPPLIER", "acme", 7)));
    }
}
