package dev.baton.platform.tables;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook of one or more sheets, made of its parts, so that a test can break each of them. */
public final class Workbook {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>";
    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final Map<String, String> sheets = new LinkedHashMap<>();
    private String styles = "";

    /** Adds a sheet whose {@code sheetData} is given. */
    public Workbook sheet(String name, String rows) {
        sheets.put(name, rows);
        return this;
    }

    /** Replaces a part or adds one. */
    public Workbook part(String name, String content) {
        parts.put(name, content);
        return this;
    }

    /** Gives cells with {@code s="1"} a number format. */
    public Workbook format(String code) {
        return formats(code);
    }

    /** Gives cells with {@code s="1"}, {@code s="2"} and so on a number format each. */
    public Workbook formats(String... codes) {
        StringBuilder formats = new StringBuilder();
        StringBuilder cells = new StringBuilder("<xf numFmtId=\"0\"/>");
        for (int i = 0; i < codes.length; i++) {
            int id = 170 + i;
            formats.append("<numFmt numFmtId=\"" + id + "\" formatCode=\"" + codes[i] + "\"/>");
            cells.append("<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>");
        }
        styles = "<numFmts count=\"" + codes.length + "\">" + formats + "</numFmts><cellXfs count=\""
                + (codes.length + 1) + "\">" + cells + "</cellXfs>";
        return this;
    }

    public InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : all().entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private Map<String, String> all() {
        Map<String, String> all = new LinkedHashMap<>();
        StringBuilder types = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder names = new StringBuilder();
        int number = 0;
        for (Map.Entry<String, String> sheet : sheets.entrySet()) {
            number++;
            String path = "xl/worksheets/sheet" + number + ".xml";
            types.append(
                    "<Override PartName=\"/" + path + "\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.worksheet+xml\"/>");
            relations.append("<Relationship Id=\"rId" + number + "\" Type=\"" + RELATIONS
                    + "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>");
            names.append(
                    "<sheet name=\"" + sheet.getKey() + "\" sheetId=\"" + number + "\" r:id=\"rId" + number + "\"/>");
            all.put(path, "<worksheet " + MAIN + "><sheetData>" + sheet.getValue() + "</sheetData></worksheet>");
        }
        if (!styles.isEmpty()) {
            types.append(
                    "<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument"
                            + ".spreadsheetml.styles+xml\"/>");
            all.put("xl/styles.xml", "<styleSheet " + MAIN + ">" + styles + "</styleSheet>");
        }
        types.append("<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats"
                + "-officedocument.spreadsheetml.sharedStrings+xml\"/>");
        relations.append("<Relationship Id=\"rId99\" Type=\"" + RELATIONS + "/styles\" Target=\"styles.xml\"/>");
        all.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\""
                        + " ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application"
                        + "/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>" + types + "</Types>");
        all.put(
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"rId1\" Type=\"" + RELATIONS
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "</Relationships>");
        all.put(
                "xl/workbook.xml",
                "<workbook " + MAIN + " xmlns:r=\"" + RELATIONS + "\"><sheets>" + names + "</sheets></workbook>");
        all.put("xl/sharedStrings.xml", "<sst " + MAIN + "/>");
        all.putAll(parts);
        return all;
    }
}
