package tendril.server;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.server.maltego.Transform;
import tendril.server.maltego.TransformRun;
import tendril.server.maltego.TrxAnswer;
import tendril.server.maltego.TrxRequest;

/**
 * Runs Maltego transforms over HTTP: {@code POST /run/<name>} with a request message. Whatever is wrong is said in a
 * message that Maltego shows, never in HTML. Thread-safe.
 */
final class Trx {
    static final String PATH = "/run/";

    private static final String XML = "text/xml; charset=utf-8";

    private final TransformRun run;

    Trx(Corpus corpus) {
        this.run = new TransformRun(corpus);
    }

    Answer answer(Request request) {
        String rest = Query.decode(request.path().substring(PATH.length()));
        String name = rest.endsWith("/") ? rest.substring(0, rest.length() - 1) : rest;
        Optional<Transform> transform = Transform.ofId(name);
        if (transform.isEmpty()) {
            return exception(404, "There is no transform " + name + " on this server.");
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
        return Answer.streamed(
                200,
                XML,
                out -> out.write(run.answer(
                                transform.get(),
                                asked.get().value(),
                                asked.get().entitiesMax())
                        .getBytes(StandardCharsets.UTF_8)));
    }

    private static Answer exception(int status, String sentence) {
        return Answer.of(status, XML, TrxAnswer.exception(sentence));
    }
}
