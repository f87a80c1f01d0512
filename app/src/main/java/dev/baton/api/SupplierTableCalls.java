package dev.baton.api;

import dev.baton.platform.Tenancy;
import dev.baton.trading.notices.NoticeTemplate;
import dev.baton.trading.notices.ReceiveShipNotices;
import dev.baton.trading.notices.ReceiveShipNotices.Receipt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A supplier's table of what left. */
@RestController
@RequestMapping("/api/v1/supplier/shipments")
@Tag(name = "For suppliers")
class SupplierTableCalls {

    private final ReceiveShipNotices receive;
    private final NoticeTemplate template;
    private final Tenancy tenancy;

    SupplierTableCalls(ReceiveShipNotices receive, NoticeTemplate template, Tenancy tenancy) {
        this.receive = receive;
        this.template = template;
        this.tenancy = tenancy;
    }

    /**
     * What became of a table; meanings as in {@link Receipt}.
     *
     * @param errors the rows that were not recorded, as CSV with what to do in a last column; empty when there are none
     */
    record ShipmentTable(int recorded, int repeated, int untouched, List<WrongRow> wrong, String errors) {}

    /** A row that was not recorded, as a spreadsheet counts, and what to do. */
    record WrongRow(long row, String why) {}

    @Operation(
            summary = "Tell by a table that goods left",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            description = "The table itself.",
                            required = true,
                            content = {
                                @Content(
                                        mediaType = "application/octet-stream",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = "multipart/form-data",
                                        schema = @Schema(type = "object"),
                                        schemaProperties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")))
                            }),
            description =
                    "CSV or .xlsx, at most 4 MiB and 2,000 rows, an item in a parcel each. Parcels whose rows are all"
                            + " sound are recorded, the other rows come back in errors with what to do. The same table again"
                            + " changes nothing. Rows without carrier, tracking number and SSCC say nothing.")
    @Needs(Scope.SUPPLIER)
    @PostMapping(consumes = MediaType.ALL_VALUE)
    ShipmentTable send(
            Caller caller,
            @Parameter(hidden = true) HttpServletRequest request,
            @RequestParam(defaultValue = "en") String language)
            throws IOException {
        try (InputStream bytes = UploadedFile.of(request).bytes()) {
            Receipt receipt = receive.receive(caller.merchant(), List.of(caller.supplier()), language, bytes);
            return new ShipmentTable(
                    receipt.recorded(),
                    receipt.repeated(),
                    receipt.untouched(),
                    receipt.wrong().stream()
                            .map(wrong -> new WrongRow(wrong.row(), wrong.why()))
                            .toList(),
                    receipt.errors());
        }
    }

    @Operation(
            summary = "Get the table to fill in",
            description = "CSV in UTF-8: the columns, and a row for each item that is still owed.",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string"))))
    @Needs(Scope.SUPPLIER)
    @GetMapping(path = "/template", produces = "text/csv")
    ResponseEntity<byte[]> template(Caller caller) {
        byte[] table = tenancy.inTransaction(
                caller.merchant(), () -> template.write(caller.merchant(), List.of(caller.supplier())));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + NoticeTemplate.FILE_NAME + "\"")
                .body(table);
    }
}
