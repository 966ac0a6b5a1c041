package tendril.server;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.server.api.Base;
import tendril.server.maltego.Discovery;
import tendril.server.maltego.LocalCommand;
import tendril.server.maltego.MaltegoArchive;
import tendril.server.maltego.Transform;
import tendril.server.maltego.TransformRun;
import tendril.server.maltego.TrxAnswer;
import tendril.server.maltego.TrxRequest;
import tendril.server.message.Answer;
import tendril.server.message.Query;
import tendril.server.message.Request;

/**
 * Everything for Maltego: {@code POST /run/<name>} runs a transform, {@code /maltego/seed} tells a client which there
 * are, {@code /maltego/tendril.mtz} is the archive of the local ones. Whatever is wrong is said in a message that Maltego
 * shows, never in HTML. Thread-safe.
 */
final class MaltegoSite {
    private static final System.Logger LOG = System.getLogger(MaltegoSite.class.getName());

    static final String RUN_PATH = "/run/";
    static final String PATH = "/maltego/";

    private static final String SEED = PATH + "seed";
    private static final String TRANSFORMS = PATH + "transforms";
    private static final String ARCHIVE = PATH + "tendril.mtz";
    private static final String XML = "text/xml; charset=utf-8";

    private final TransformRun run;
    private final Base base;
    private final LocalCommand command;
    private final InstantSource clock;

    /**
     * @param command how Maltego starts the transforms of the archive
     */
    MaltegoSite(Corpus corpus, Base base, LocalCommand command, InstantSource clock) {
        this.run = new TransformRun(corpus);
        this.base = base;
        this.command = command;
        this.clock = clock;
    }

    /** Whether a path is one of these. */
    static boolean has(String path) {
        String whole = path.endsWith("/") ? path : path + "/";
        return whole.startsWith(RUN_PATH) || whole.startsWith(PATH);
    }

    /** Whether the first line of a request that could not be read asks for one of these. */
    static boolean isMeantBy(String line) {
        String target = line.substring(line.indexOf(' ') + 1);
        return has(
                target.split("[ ?]", 2)[0].replaceFirst("^https?://[^/]*", "").replaceFirst("^/+", "/"));
    }

    /** Whether a path is one that takes POST. */
    static boolean takesPosts(String path) {
        return (path + "/").startsWith(RUN_PATH) || path.equals(TRANSFORMS);
    }

    Answer answer(Request request) {
        if ((request.path() + "/").startsWith(RUN_PATH)) {
            String rest = (request.path() + "/").substring(RUN_PATH.length());
            return run(rest.replaceFirst("/+$", ""), request);
        }
        return switch (request.path()) {
            case SEED -> Answer.of(200, XML, Discovery.seed(base.of(request) + TRANSFORMS.substring(1)));
            case TRANSFORMS -> command(request);
            case ARCHIVE ->
                archive(out -> new MaltegoArchive(clock.instant()).writeLocal(out, command))
                        .with("Content-Disposition", "attachment; filename=\"tendril.mtz\"");
            default -> exception(404, "There are " + SEED + ", " + TRANSFORMS + " and " + ARCHIVE + ", and no more.");
        };
    }

    private Answer command(Request request) {
        Query query = request.query();
        return switch (query.get("Command").orElse("_TRANSFORMS").toUpperCase(Locale.ROOT)) {
            case "_TRANSFORMS" -> Answer.of(200, XML, Discovery.transforms());
            case "_RUN" -> run(query.get("TransformToRun").orElse(""), request);
            case "_CONFIG" -> archive(out -> new MaltegoArchive(clock.instant()).writeShared(out));
            default -> exception(400, "The command is one of _TRANSFORMS, _RUN and _CONFIG.");
        };
    }

    private Answer run(String name, Request request) {
        Optional<Transform> transform = Transform.ofId(name);
        if (transform.isEmpty()) {
            return exception(
                    404,
                    name.isEmpty()
                            ? "Name the transform: POST " + RUN_PATH + "<name>. " + TRANSFORMS + " lists them all."
                            : "There is no transform " + name + " on this server.");
        }
        if (!request.isPost()) {
            return exception(405, "Transforms are run with POST.").with("Allow", "POST, OPTIONS");
        }
        Optional<TrxRequest> asked = TrxRequest.read(request.body());
        if (asked.isEmpty()) {
            return exception(
                    200,
                    "The request is not a Maltego message with the value of an entity. Send it as XML, with Content-Type"
                            + " text/xml.");
        }
        return Answer.of(200, XML, answer(transform.get(), asked.get()));
    }

    private String answer(Transform transform, TrxRequest asked) {
        try {
            return run.answer(transform, asked.value(), asked.entitiesMax());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.ERROR, "A transform failed", e);
            return TrxAnswer.exception("The corpus could not be read; the server's log says why.");
        }
    }

    private static Answer archive(Answer.Body body) {
        return Answer.streamed(200, MaltegoArchive.MEDIA_TYPE, body);
    }

    /** A refusal that Maltego shows. */
    static Answer exception(int status, String sentence) {
        return Answer.of(status, XML, TrxAnswer.exception(sentence));
    }
}
