package dev.baton.trading.notices;

import dev.baton.platform.tables.ColumnNames;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a column of a ship notice means, and what it is called: the first name is the template's. */
enum NoticeColumn {
    /** The purchase order's number. */
    ORDER(
            true,
            "purchase order",
            "purchase order number",
            "po number",
            "po",
            "order number",
            "bestellnummer",
            "bestellung",
            "numero de commande",
            "commande",
            "numero de pedido",
            "pedido"),
    /** The item, by the supplier's code or the merchant's. */
    SKU(
            true,
            "sku",
            "item code",
            "item",
            "supplier sku",
            "article",
            "artikelnummer",
            "artikel",
            "reference",
            "codigo",
            "articulo"),
    /** Units of it in the parcel. */
    QUANTITY(
            true,
            "quantity",
            "qty",
            "qty shipped",
            "quantity shipped",
            "units",
            "menge",
            "anzahl",
            "quantite",
            "cantidad"),
    /** Who carries it. */
    CARRIER(false, "carrier", "shipping carrier", "versanddienst", "frachtfuhrer", "transporteur", "transportista"),
    /** The number it travels under. */
    TRACKING(
            false,
            "tracking number",
            "tracking",
            "tracking no",
            "sendungsnummer",
            "paketnummer",
            "numero de suivi",
            "numero de seguimiento"),
    /** The parcel's serial shipping container code. */
    SSCC(false, "sscc", "sscc 18", "sscc18", "nve"),
    /** What the parcel weighs. */
    WEIGHT(false, "weight", "parcel weight", "gewicht", "poids", "peso"),
    /** What the weight is written in. */
    UNIT(
            false,
            "weight unit",
            "unit",
            "uom",
            "gewichtseinheit",
            "einheit",
            "unite",
            "unite de poids",
            "unidad",
            "unidad de peso"),
    /** The day it left. */
    SHIPPED(
            false,
            "shipped on",
            "ship date",
            "shipped",
            "shipped at",
            "versanddatum",
            "date d expedition",
            "fecha de envio");

    private final boolean required;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable
    private final List<String> names;

    NoticeColumn(boolean required, String... names) {
        this.required = required;
        this.names = List.of(names);
    }

    /** What the template calls it. */
    String title() {
        return names.getFirst();
    }

    boolean isRequired() {
        return required;
    }

    /** Which column of a table means what; one that is not there is absent. */
    static Map<NoticeColumn, Integer> places(List<String> header) {
        Map<NoticeColumn, Integer> places = new EnumMap<>(NoticeColumn.class);
        Set<Integer> taken = new HashSet<>();
        for (NoticeColumn column : values()) {
            ColumnNames.named(header, column.names, taken).ifPresent(place -> {
                places.put(column, place);
                taken.add(place);
            });
        }
        return places;
    }
}
