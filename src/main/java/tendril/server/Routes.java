package tendril.server;

import java.util.Optional;
import tendril.corpus.Corpus;
import tendril.server.access.ClientPaces;
import tendril.server.access.HostCheck;
import tendril.server.api.ApiV1;
import tendril.server.api.ApiV2;
import tendril.server.api.Base;
import tendril.server.api.Cors;
import tendril.server.api.Feeds;
import tendril.server.api.Links;
import tendril.server.message.Answer;
import tendril.server.message.HttpHandler;
import tendril.server.message.Request;
import tendril.server.page.Pages;
import tendril.server.page.Votes;

/** Finds who answers a request, by its path. Thread-safe. */
final class Routes implements HttpHandler {
    private static final String FOREIGN_HOST =
            "This server does not answer to the host name in the request. Ask it by its address, or start it with that"
                    + " name.";

    private static final String ALLOWED = "GET, HEAD, OPTIONS";
    private static final String ALLOWED_WITH_POST = "GET, HEAD, POST, OPTIONS";

    private final HostCheck hosts;
    private final ClientPaces paces;
    private final Health health;
    private final Cors cors;
    private final ApiV1 apiV1;
    private final ApiV2 apiV2;
    private final Votes votes;
    private final Feeds feeds;
    private final MaltegoSite maltego;
    private final Pages pages;

    Routes(Corpus corpus, HostCheck hosts, Base base, Cors cors, Health health, ServerOptions options) {
        this.hosts = hosts;
        this.paces = new ClientPaces(options.paces(), options.clock());
        this.health = health;
        this.cors = cors;
        this.apiV1 = new ApiV1(corpus, base);
        this.apiV2 = new ApiV2(corpus, base);
        this.votes = new Votes(corpus, cors, options.clock());
        this.feeds = new Feeds(corpus, options.clock());
        this.maltego = new MaltegoSite(corpus, base, options.localCommand(), options.clock());
        this.pages = new Pages(corpus, cors);
    }

    @Override
    public Answer handle(Request request) {
        return cors.onto(answer(request), request);
    }

    @Override
    public Answer refusal(String line, int status, String sentence) {
        return MaltegoSite.isMeantBy(line)
                ? MaltegoSite.exception(status, sentence)
                : Answer.sentence(status, sentence);
    }

    @Override
    public boolean isQuick(Request request) {
        return request.method().equals("GET") && ApiV2.isQuick(request.path());
    }

    private Answer answer(Request request) {
        if (!hosts.allows(request.host())) {
            return refusal(request, 403, FOREIGN_HOST);
        }
        boolean takesPosts = request.path().equals(Votes.PATH) || MaltegoSite.takesPosts(request.path());
        String allowed = takesPosts ? ALLOWED_WITH_POST : ALLOWED;
        if (request.method().equals("OPTIONS")) {
            return cors.preflight(Answer.of(200, Answer.TEXT, "").with("Allow", allowed), request, allowed);
        }
        if (!request.isGetOrHead() && !(takesPosts && request.isPost())) {
            return refusal(request, 405, "Only " + allowed + " are answered here.")
                    .with("Allow", allowed);
        }
        boolean paced = request.path().startsWith(Links.API) || request.path().equals(Votes.PATH);
        Optional<Answer> tooSoon = paced ? paces.refusal(request.client()) : Optional.empty();
        return tooSoon.orElseGet(() -> route(request));
    }

    private static Answer refusal(Request request, int status, String sentence) {
        return MaltegoSite.has(request.path())
                ? MaltegoSite.exception(status, sentence)
                : Answer.sentence(status, sentence);
    }

    private Answer route(Request request) {
        String path = request.path();
        if (path.startsWith(ApiV2.PATH)) {
            return apiV2.answer(request);
        }
        if (path.equals(ApiV1.PATH) || path.equals(ApiV1.PATH + "/")) {
            return apiV1.answer(request);
        }
        if (path.startsWith(Links.API) || path.equals(Links.API_HOME)) {
            return ApiV2.nothing();
        }
        if (path.equals(Votes.PATH)) {
            return votes.answer(request);
        }
        if (path.equals(Health.HEALTH_PATH)) {
            return health.health();
        }
        if (path.equals(Health.METRICS_PATH)) {
            return health.metrics();
        }
        if (path.startsWith(Feeds.PATH)) {
            return feeds.answer(request);
        }
        if (MaltegoSite.has(path)) {
            return maltego.answer(request);
        }
        return pages.answer(request);
    }
}
