package dev.baton.api;

import dev.baton.platform.links.PublicUrl;
import dev.baton.tracking.CarrierHooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tracking services that tell of scans by themselves. */
@RestController
@RequestMapping("/api/v1/carrier-hooks")
@Tag(name = "Tracking")
class CarrierHookCalls {

    private static final String EASYPOST = "easypost";

    private final CarrierHooks hooks;
    private final PublicUrl publicUrl;

    CarrierHookCalls(CarrierHooks hooks, PublicUrl publicUrl) {
        this.hooks = hooks;
        this.publicUrl = publicUrl;
    }

    /** What the service signs its messages with. */
    record CarrierHookRequest(String secret) {}

    /**
     * Where the service sends its messages.
     *
     * @param path below Baton's address
     * @param url the whole address; null while the public URL is not known
     */
    record CarrierHookBody(
            String service, String path, @Nullable String url) {}

    @Operation(
            summary = "Let EasyPost tell of scans",
            description = "Sets the secret EasyPost signs its webhooks with, in place of the one before.")
    @Needs(Scope.ADMIN)
    @PutMapping("/easypost")
    CarrierHookBody easypost(Caller caller, @RequestBody CarrierHookRequest body) {
        hooks.set(caller.merchant(), EASYPOST, body.secret());
        String path = "/hooks/easypost/" + caller.merchant().hex();
        return new CarrierHookBody(
                EASYPOST, path, publicUrl.of(path).map(URI::toString).orElse(null));
    }
}
