package dev.baton.world.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A prepared statement whose values are bound by the names of {@link NamedSql}. Not safe for two threads. */
final class BoundStatement implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement statement;
    private final Map<String, List<Integer>> positions;

    BoundStatement(Connection connection, NamedSql sql) throws SQLException {
        this.connection = connection;
        this.statement = connection.prepareStatement(sql.withQuestionMarks());
        this.positions = sql.positions();
    }

    BoundStatement set(String name, Object value) throws SQLException {
        for (int position : positionsOf(name)) {
            statement.setObject(position, value);
        }
        return this;
    }

    /** @param type PostgreSQL's name of the elements' type, such as {@code uuid} */
    BoundStatement setArray(String name, String type, Object[] values) throws SQLException {
        var array = connection.createArrayOf(type, values);
        for (int position : positionsOf(name)) {
            statement.setArray(position, array);
        }
        return this;
    }

    /** @throws IllegalStateException when the count of changed rows is another: the transaction must die */
    void execute(int expectedRows) throws SQLException {
        int rows = statement.executeUpdate();
        if (rows != expectedRows) {
            throw new IllegalStateException("changed " + rows + " rows instead of " + expectedRows);
        }
    }

    private List<Integer> positionsOf(String name) {
        var found = positions.get(name);
        if (found == null) {
            throw new IllegalStateException("the statement has no value named " + name);
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        statement.close();
    }
}
