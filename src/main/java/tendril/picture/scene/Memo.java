package tendril.picture.scene;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value computed at most once, by whoever needs it first. Thread-safe. */
final class Memo<T> {
    private final Supplier<T> source;
    private volatile @Nullable T value;

    Memo(Supplier<T> source) {
        this.source = source;
    }

    /** The value; computes it here and now if nobody has yet. */
    T get() {
        T known = value;
        return known != null ? known : compute();
    }

    /** The value if somebody has computed it: for threads that must not wait. */
    Optional<T> ifReady() {
        return Optional.ofNullable(value);
    }

    private synchronized T compute() {
        T known = value;
        if (known == null) {
            known = source.get();
            value = known;
        }
        return known;
    }
}
