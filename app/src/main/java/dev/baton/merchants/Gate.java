package dev.baton.merchants;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only door to the directory tables: whoever speaks through it is the role gate, which sees people, sessions and
 * memberships of all merchants and nothing else. Each statement is a transaction of its own.
 */
@Component
class Gate {

    private final JdbcClient client;

    Gate(@Qualifier("gateJdbcClient") JdbcClient client) {
        this.client = client;
    }

    JdbcClient.StatementSpec sql(String statement) {
        return client.sql(statement);
    }
}
