/**
 * Paper: pages become PDF documents, and PDF documents are read back before they leave.
 *
 * <p>Start reading at {@link dev.baton.platform.pdf.PdfPrinter} and {@link dev.baton.platform.pdf.PdfReading}.
 */
@NamedInterface("pdf")
@NullMarked
package dev.baton.platform.pdf;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
