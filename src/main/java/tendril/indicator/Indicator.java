package tendril.indicator;

/**
 * A typed value in its canonical form: {@code domain evil.example}. Equal values are equal objects; never defanged
 * inside. Immutable.
 *
 * @param type  what kind of value it is
 * @param value the canonical form
 */
public record Indicator(IndicatorType type, String value) implements Comparable<Indicator> {
    @Override
    public int compareTo(Indicator other) {
        int byType = type.compareTo(other.type);
        return byType != 0 ? byType : value.compareTo(other.value);
    }

    /** For people and logs; not a format. */
    @Override
    public String toString() {
        return type.id() + " " + value;
    }
}
