package dev.baton.trading.notices;

import dev.baton.platform.Acting;
import dev.baton.platform.Actor;
import dev.baton.platform.CommonProblem;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Problem;
import dev.baton.platform.pdf.DocumentWords;
import dev.baton.platform.tables.DecimalMark;
import dev.baton.platform.tables.MendingTable;
import dev.baton.platform.tables.TableFile;
import dev.baton.platform.tables.TableLimits;
import dev.baton.platform.tables.TableOptions;
import dev.baton.platform.tables.TableProblem;
import dev.baton.platform.tables.TableRow;
import dev.baton.suppliers.SupplierId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Takes a supplier's table of what left. Its rows are looked at one by one: the parcels whose rows are all sound are
 * recorded, each by itself, the others come back with what to do. The same table again has no further effect.
 */
@Component
public class ReceiveShipNotices {

    private static final int MOST_BYTES = 4 << 20;
    private static final TableLimits LIMITS = new TableLimits(MOST_BYTES, 2_000, 60, 2_000);

    private final RecordParcels parcels;

    ReceiveShipNotices(RecordParcels parcels) {
        this.parcels = parcels;
    }

    /**
     * What became of a table.
     *
     * @param recorded parcels that were recorded
     * @param repeated parcels that had been told before, just so: nothing was posted
     * @param untouched rows that say of nothing that it left, such as those of the template that were not filled in
     * @param wrong rows of which nothing was recorded, in their order
     * @param errors those rows in the table's own columns, with what to do in one more; empty when there are none
     */
    public record Receipt(int recorded, int repeated, int untouched, List<Wrong> wrong, String errors) {

        public Receipt {
            wrong = List.copyOf(wrong);
        }
    }

    /** A row, as a spreadsheet counts, and in the supplier's language what is wrong and what to do. */
    public record Wrong(long row, String why) {}

    /**
     * Reads a table, at most 4 MiB and 2,000 rows, and records what is sound. Call it without an open transaction.
     *
     * @param suppliers whoever sends it may speak for them
     * @param language of what is said of wrong rows
     * @throws Problem {@link TableProblem} when it is no table, INVALID_FIELD when a column is missing
     * @throws IOException when the sender goes away
     */
    public Receipt receive(MerchantId merchant, List<SupplierId> suppliers, String language, InputStream in)
            throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Problem(TableProblem.TABLE_TOO_LARGE, "The table is larger than 4 MiB: split it into several.");
        }
        List<NoticeRow> rows = rows(bytes);
        int untouched = (int) rows.stream().filter(NoticeRow::isUntouched).count();
        Map<Long, NoticeFault> wrong = new TreeMap<>();
        int recorded = 0;
        int repeated = 0;
        for (List<NoticeRow> parcel : parcels(rows)) {
            Map<Long, NoticeFault> faults = faults(parcel);
            if (faults.isEmpty()) {
                switch (record(merchant, suppliers, parcel)) {
                    case RecordParcels.Told.Recorded ignored -> recorded++;
                    case RecordParcels.Told.Before ignored -> repeated++;
                    case RecordParcels.Told.Refused refused ->
                        parcel.forEach(row -> faults.put(
                                row.number(), refused.faults().getOrDefault(row.number(), refused.others())));
                }
            }
            wrong.putAll(faults);
        }
        DocumentWords words = DocumentWords.of("ship_notice", language);
        List<Wrong> told = wrong.entrySet().stream()
                .map(each -> new Wrong(each.getKey(), each.getValue().said(words)))
                .toList();
        return new Receipt(recorded, repeated, untouched, told, told.isEmpty() ? "" : errors(bytes, told));
    }

    private static List<NoticeRow> rows(byte[] bytes) throws IOException {
        try (TableFile table = TableFile.open(new ByteArrayInputStream(bytes), TableOptions.NONE, LIMITS)) {
            Map<NoticeColumn, Integer> places = NoticeColumn.places(table.header());
            for (NoticeColumn column : NoticeColumn.values()) {
                if (column.isRequired() && !places.containsKey(column)) {
                    throw new Problem(
                            CommonProblem.INVALID_FIELD,
                            "The table has no column \"" + column.title() + "\": begin with the template.",
                            column.title());
                }
            }
            List<NoticeRow> rows = new ArrayList<>();
            for (TableRow row = table.next(); row != null; row = table.next()) {
                rows.add(NoticeRow.read(row, places));
            }
            return rows;
        }
    }

    /** Rows of one parcel together, in the order the table names them. */
    private static List<List<NoticeRow>> parcels(List<NoticeRow> rows) {
        Map<String, List<NoticeRow>> parcels = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> !row.isUntouched())
                .forEach(row -> parcels.computeIfAbsent(row.parcel(), key -> new ArrayList<>())
                        .add(row));
        return List.copyOf(parcels.values());
    }

    /** What is wrong with a parcel's rows by themselves: half a parcel is never recorded. */
    private static Map<Long, NoticeFault> faults(List<NoticeRow> parcel) {
        Map<Long, NoticeFault> faults = new TreeMap<>();
        for (NoticeRow row : parcel) {
            if (row.fault() != null) {
                faults.put(row.number(), row.fault());
            }
        }
        boolean agree = Stream.<java.util.function.Function<NoticeRow, Object>>of(
                        row -> Objects.requireNonNullElse(row.sscc(), ""),
                        row -> Objects.requireNonNullElse(row.weightGrams(), ""),
                        row -> Objects.requireNonNullElse(row.shippedOn(), ""),
                        NoticeRow::carrier)
                .allMatch(said -> parcel.stream()
                                .map(said)
                                .filter(each -> !each.equals(""))
                                .distinct()
                                .count()
                        <= 1);
        if (!agree) {
            parcel.forEach(row -> faults.putIfAbsent(row.number(), NoticeFault.of(NoticeFault.Kind.DISAGREE)));
        }
        if (!faults.isEmpty()) {
            parcel.forEach(row -> faults.putIfAbsent(row.number(), NoticeFault.of(NoticeFault.Kind.TOGETHER)));
        }
        return faults;
    }

    private RecordParcels.Told record(MerchantId merchant, List<SupplierId> suppliers, List<NoticeRow> parcel) {
        for (SupplierId supplier : suppliers) {
            Actor actor = new Actor.Supplier(supplier.value());
            RecordParcels.Told told = Acting.as(actor, null, () -> parcels.record(merchant, supplier, parcel));
            if (!(told instanceof RecordParcels.Told.Refused refused) || !refused.isUnknownOrder()) {
                return told;
            }
        }
        return RecordParcels.Told.Refused.all(
                NoticeFault.of(NoticeFault.Kind.ORDER, parcel.getFirst().order()));
    }

    private static String errors(byte[] bytes, List<Wrong> wrong) throws IOException {
        Map<Long, String> reasons = wrong.stream().collect(Collectors.toMap(Wrong::row, Wrong::why));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MendingTable.write(
                () -> new ByteArrayInputStream(bytes),
                new MendingTable.Reading(TableOptions.NONE, "", DecimalMark.POINT, false),
                (after, limit) -> reasons.keySet().stream()
                        .filter(row -> row > after)
                        .sorted()
                        .limit(limit)
                        .map(row -> new MendingTable.Wrong(row, false, reasons.getOrDefault(row, "")))
                        .toList(),
                out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
