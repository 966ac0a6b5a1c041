package tendril;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import tendril.graph.Entity;
import tendril.indicator.Indicator;
import tendril.session.CaseIndex;
import tendril.session.CaseSession;
import tendril.session.OpenCase;
import tendril.session.OtherCases;

/** Tells open cases of the person's other cases, and remembers what stands in them, as long as a setting says so. */
final class Remembering {
    private final CaseIndex index;
    private final Executor background;
    private final BooleanSupplier wanted;

    /**
     * @param background runs what takes long
     * @param wanted     whether the person wants any of it
     */
    Remembering(CaseIndex index, Executor background, BooleanSupplier wanted) {
        this.index = index;
        this.background = background;
        this.wanted = wanted;
        background.execute(index::load);
    }

    /** A case was opened, or got another name. On the case thread. */
    void opened(OpenCase open) {
        tell(open);
        remember(open, background);
    }

    /** A case is about to be closed; nobody changes it any more. */
    void closing(OpenCase last) {
        remember(last, Runnable::run);
    }

    /** The file of a case is gone. */
    void gone(Path file) {
        background.execute(() -> index.forget(file));
    }

    /** The person has chosen anew whether anything is remembered. */
    void chosen(Optional<OpenCase> open) {
        open.ifPresent(this::opened);
    }

    private void tell(OpenCase open) {
        OtherCases others = wanted.getAsBoolean()
                ? open.file().path().map(index::besides).orElse(OtherCases.NONE)
                : OtherCases.NONE;
        open.session().tray().seenIn(others);
    }

    private void remember(OpenCase open, Executor where) {
        CaseSession session = open.session();
        List<Indicator> indicators =
                session.graph().entities().map(Entity::indicator).toList();
        if (wanted.getAsBoolean() && !indicators.isEmpty()) {
            open.file().path().ifPresent(file -> where.execute(() -> index.remember(file, indicators)));
        }
    }
}
