package dev.baton.api;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who calls the bare address is led to the console. */
@RestController
class FrontDoor {

    @GetMapping("/")
    ResponseEntity<Void> open() {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/console"))
                .build();
    }
}
