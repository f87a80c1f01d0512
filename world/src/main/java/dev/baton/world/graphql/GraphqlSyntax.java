package dev.baton.world.graphql;

import dev.baton.world.graphql.Ast.Place;
import java.io.Serial;

/** The text is no GraphQL; the caller mends what stands at the place. */
final class GraphqlSyntax extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;

    GraphqlSyntax(String message, Place place) {
        super(message);
        this.line = place.line();
        this.column = place.column();
    }

    Place place() {
        return new Place(line, column);
    }
}
