package tendril.server;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Chromium without a window, driven by its chromedriver over the W3C WebDriver protocol
 * (https://www.w3.org/TR/webdriver2/). Confined to one thread.
 */
final class Browser implements AutoCloseable {
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

    /** What an element is named by in the protocol: WebDriver, section 12.1. */
    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process driver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI session;

    private Browser(Process driver, URI session) {
        this.driver = driver;
        this.session = session;
    }

    /**
     * Starts one.
     *
     * @param profile an empty folder for what the browser keeps
     */
    static Browser start(Path profile) throws IOException, InterruptedException {
        Path chromium = program("chromium", "chromium-browser", "google-chrome")
                .orElseThrow(() -> new IOException("There is no Chromium here. Install the package chromium."));
        Path chromedriver = program("chromedriver")
                .orElseThrow(() -> new IOException("There is no chromedriver here. Install chromium-driver."));
        Process driver = new ProcessBuilder(chromedriver.toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        boolean begun = false;
        try {
            URI root = URI.create("http://127.0.0.1:" + port(driver) + "/");
            var request = Map.of(
                    "capabilities",
                    Map.of(
                            "alwaysMatch",
                            Map.of(
                                    "browserName",
                                    "chrome",
                                    "goog:loggingPrefs",
                                    Map.of("browser", "ALL"),
                                    "goog:chromeOptions",
                                    Map.of("binary", chromium.toString(), "args", arguments(profile)))));
            try (HttpClient client = HttpClient.newHttpClient()) {
                String id = value(client, post(root.resolve("session"), request))
                        .path("sessionId")
                        .asString();
                begun = true;
                return new Browser(driver, root.resolve("session/" + id + "/"));
            }
        } finally {
            if (!begun) {
                driver.destroy();
            }
        }
    }

    private static List<String> arguments(Path profile) {
        return List.of(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-size=1280,800",
                "--user-data-dir=" + profile);
    }

    private static Optional<Path> program(String... names) {
        return Arrays.stream(names)
                .flatMap(name -> Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int port(Process driver) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                return Integer.parseInt(started.group(1));
            }
        }
        throw new IOException("chromedriver ended before it had started.");
    }

    /** Goes to an address and waits until the page is there. */
    void open(URI uri) throws IOException, InterruptedException {
        command("url", Map.of("url", uri.toString()));
    }

    /** The address of the page, without the server. */
    String path() throws IOException, InterruptedException {
        URI uri = URI.create(value(http, get("url")).asString());
        return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
    }

    String title() throws IOException, InterruptedException {
        return value(http, get("title")).asString();
    }

    /** What a person reads on the page. */
    String text() throws IOException, InterruptedException {
        return run("return document.body.innerText").asString();
    }

    /** The first element that a CSS selector finds. */
    String find(String css) throws IOException, InterruptedException {
        return command("element", Map.of("using", "css selector", "value", css))
                .path(ELEMENT)
                .asString();
    }

    /** The elements that a CSS selector finds. */
    List<String> findAll(String css) throws IOException, InterruptedException {
        List<String> found = new ArrayList<>();
        command("elements", Map.of("using", "css selector", "value", css))
                .forEach(element -> found.add(element.path(ELEMENT).asString()));
        return found;
    }

    /** The first link with this text, whole. */
    String link(String text) throws IOException, InterruptedException {
        return command("element", Map.of("using", "link text", "value", text))
                .path(ELEMENT)
                .asString();
    }

    void click(String element) throws IOException, InterruptedException {
        command("element/" + element + "/click", Map.of());
    }

    void type(String element, String text) throws IOException, InterruptedException {
        command("element/" + element + "/value", Map.of("text", text));
    }

    /** What assistive technology calls an element. */
    String label(String element) throws IOException, InterruptedException {
        return value(http, get("element/" + element + "/computedlabel")).asString();
    }

    /** Runs a function body in the page and gives what it returns. */
    JsonNode run(String script) throws IOException, InterruptedException {
        return command("execute/sync", Map.of("script", script, "args", List.of()));
    }

    void resize(int width, int height) throws IOException, InterruptedException {
        command("window/rect", Map.of("width", width, "height", height));
    }

    /** Lets pages believe that the person prefers {@code light} or {@code dark} colours. */
    void prefer(String scheme) throws IOException, InterruptedException {
        command(
                "goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setEmulatedMedia",
                        "params",
                        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme)))));
    }

    /** What the browser complained about since this was asked last. */
    List<String> complaints() throws IOException, InterruptedException {
        List<String> complaints = new ArrayList<>();
        command("se/log", Map.of("type", "browser"))
                .forEach(entry -> complaints.add(entry.path("message").asString()));
        return complaints;
    }

    private JsonNode command(String name, Object body) throws IOException, InterruptedException {
        return value(http, post(session.resolve(name), body));
    }

    private HttpRequest get(String name) {
        return HttpRequest.newBuilder(session.resolve(name)).timeout(PATIENCE).build();
    }

    private static HttpRequest post(URI uri, Object body) {
        return HttpRequest.newBuilder(uri)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
    }

    private static JsonNode value(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        JsonNode value = JSON.readTree(response.body()).path("value");
        if (response.statusCode() != 200) {
            throw new IOException(
                    request.uri().getPath() + ": " + value.path("message").asString());
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        try {
            value(
                    http,
                    HttpRequest.newBuilder(URI.create(session.toString().replaceFirst("/$", "")))
                            .timeout(PATIENCE)
                            .DELETE()
                            .build());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
            http.close();
        }
    }
}
