package tendril.corpus.sqlite.table;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tendril.corpus.Lookup;
import tendril.corpus.Relation;

/** The numbers that stand in a corpus file for the sides of relations: twice the relation's, one more for the object. */
public final class Codes {
    private static final Map<Integer, Relation> RELATIONS =
            Arrays.stream(Relation.values()).collect(Collectors.toMap(Relation::code, Function.identity()));

    private Codes() {}

    public static int of(Relation relation, Lookup.Side side) {
        return 2 * relation.code() + (side == Lookup.Side.OBJECT ? 1 : 0);
    }

    public static int of(Lookup lookup) {
        return of(lookup.relation(), lookup.side());
    }

    public static Relation relation(int code) throws java.sql.SQLException {
        Relation relation = RELATIONS.get(code / 2);
        if (relation == null) {
            throw new java.sql.SQLException("a row has the unknown relation " + code / 2);
        }
        return relation;
    }
}
