package dev.baton.invariants;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The invariants of the data rules that a database at rest can be asked for. Each question answers its breaches in
 * words, so that none is the good answer; each reads one merchant's rows together, so that it could be asked of a live
 * database merchant by merchant.
 */
final class DatabaseInvariants {

    /** Most breaches of one question that are told. */
    private static final int MOST = 20;

    private final Connection connection;

    DatabaseInvariants(Connection connection) {
        this.connection = connection;
    }

    /** Breaches of one invariant: each question's in words. */
    List<String> breaches(String invariant) throws SQLException {
        List<String> breaches = new ArrayList<>();
        for (Map.Entry<String, String> question : questions(invariant).entrySet()) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(question.getValue())) {
                for (int told = 0; told < MOST && rows.next(); told++) {
                    breaches.add(question.getKey() + ": " + rows.getString(1));
                }
            }
        }
        return breaches;
    }

    private static Map<String, String> questions(String invariant) {
        Map<String, String> asked = new LinkedHashMap<>(OrderQuestions.of(invariant));
        asked.putAll(StockQuestions.of(invariant));
        asked.putAll(SupplierQuestions.of(invariant));
        asked.putAll(RestQuestions.of(invariant));
        asked.putAll(MailQuestions.of(invariant));
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("nothing is asked for " + invariant);
        }
        return asked;
    }
}
