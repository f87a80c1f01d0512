package dev.baton.shopper;

import dev.baton.merchants.Logo;
import dev.baton.notifications.BrandLogos;
import dev.baton.platform.MerchantId;
import dev.baton.platform.Tenancy;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A brand's logo, for its own customers' pages and mails. The path names the picture's digest, so it is kept for a year. */
@RestController
class LogoPicture {

    private final Tenancy tenancy;
    private final BrandLogos logos;

    LogoPicture(Tenancy tenancy, BrandLogos logos) {
        this.tenancy = tenancy;
        this.logos = logos;
    }

    @GetMapping("/o/logo/{merchant}/{brand}/{digest}")
    ResponseEntity<byte[]> show(
            @PathVariable String merchant, @PathVariable String brand, @PathVariable String digest) {
        Optional<MerchantId> owner = MerchantPath.read(merchant);
        try {
            Optional<Logo> logo = owner.isEmpty()
                    ? Optional.empty()
                    : tenancy.inTransaction(owner.get(), () -> logos.at(owner.get(), brand, digest));
            return logo.map(LogoPicture::answer)
                    .orElseGet(() -> ResponseEntity.notFound().build());
        } catch (DataAccessException | TransactionException away) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
    }

    private static ResponseEntity<byte[]> answer(Logo logo) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header("Referrer-Policy", "no-referrer")
                .body(logo.bytes());
    }
}
