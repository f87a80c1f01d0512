package dev.baton.trading.notices;

import dev.baton.platform.MerchantId;
import dev.baton.platform.tables.TableWriter;
import dev.baton.purchasing.PurchaseOrderLine;
import dev.baton.purchasing.PurchaseOrderLookup;
import dev.baton.purchasing.PurchaseOrderView;
import dev.baton.suppliers.SupplierId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * The table a supplier fills in: the columns, and a row for each item it still owes. Rows left as they are say nothing.
 * Needs an open transaction of the merchant.
 */
@Component
public class NoticeTemplate {

    /** What the file is called. */
    public static final String FILE_NAME = "shipments.csv";

    private static final int MOST_ORDERS = 200;

    private final PurchaseOrderLookup purchaseOrders;

    NoticeTemplate(PurchaseOrderLookup purchaseOrders) {
        this.purchaseOrders = purchaseOrders;
    }

    /** The table as CSV in UTF-8, with a byte order mark. */
    public byte[] write(MerchantId merchant, List<SupplierId> suppliers) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = new TableWriter(out, ',')) {
            writer.write(Arrays.stream(NoticeColumn.values())
                    .map(NoticeColumn::title)
                    .toList());
            for (SupplierId supplier : suppliers) {
                for (PurchaseOrderView order :
                        purchaseOrders.pageOfSupplier(merchant, supplier, true, null, MOST_ORDERS)) {
                    order.lines().stream()
                            .filter(line -> !line.withdrawn() && line.units().owed() > 0)
                            .forEach(line -> writer.write(row(order, line)));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static List<String> row(PurchaseOrderView order, PurchaseOrderLine line) {
        return Arrays.stream(NoticeColumn.values())
                .map(column -> switch (column) {
                    case ORDER -> order.number();
                    case SKU -> line.supplierSku();
                    case QUANTITY -> Integer.toString(line.units().owed());
                    case CARRIER, TRACKING, SSCC, WEIGHT, UNIT, SHIPPED -> "";
                })
                .toList();
    }
}
