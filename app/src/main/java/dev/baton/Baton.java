package dev.baton;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The program: one process that takes a store's orders and hands them to the suppliers. */
@SpringBootApplication
public class Baton {

    /**
     * Starts Baton and returns once it answers.
     *
     * @param args Spring Boot's options, for example {@code --server.port=8080}
     */
    public static void main(String[] args) {
        SpringApplication.run(Baton.class, args);
    }
}
