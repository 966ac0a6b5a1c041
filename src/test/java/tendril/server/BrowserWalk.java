package tendril.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.corpus.Corpus;
import tendril.corpus.MemoryCorpus;
import tendril.corpus.demo.DemoCorpus;

/**
 * The pages in a real browser. Not part of the ordinary run, as it needs one: {@code mvn test -P browser}, with Debian's
 * packages chromium and chromium-driver.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class BrowserWalk {
    /** WCAG 2.2, success criterion 1.4.3: the least contrast of text. */
    private static final double CONTRAST_MIN = 4.5;

    private static final String SAMPLE_LINK = "a[href^='/malware.php?md5=']";

    @TempDir
    private static Path profile;

    private static volatile Instant now;
    private static Corpus corpus;
    private static CorpusServer server;
    private static Browser browser;

    @BeforeAll
    static void start() throws Exception {
        corpus = new MemoryCorpus();
        DemoCorpus.fill(corpus);
        now = Instant.parse("2026-11-23T10:20:00Z");
        server = CorpusServer.start(corpus, ServerOptions.loopback(0).withClock(() -> now));
        browser = Browser.start(profile);
    }

    @AfterAll
    static void stop() throws IOException {
        if (browser != null) {
            browser.close();
        }
        server.close();
        corpus.close();
    }

    @BeforeEach
    void begin() throws Exception {
        browser.resize(1280, 800);
        browser.prefer("light");
        browser.complaints();
    }

    @Test
    void fromASearchToAVoteThatTheFeedHolds() throws Exception {
        go("/");
        browser.type(browser.find("input[type=search]"), "CNNdaily.com\n");
        assertThat(browser.path()).isEqualTo("/domain.php?domain=cnndaily.com");
        assertThat(browser.title()).startsWith("cnndaily.com | ");

        browser.click(browser.link("198.51.100.23"));
        assertThat(browser.path()).isEqualTo("/ip.php?ip=198.51.100.23");

        browser.click(browser.find(SAMPLE_LINK));
        String md5 = browser.path().replace("/malware.php?md5=", "");
        assertThat(md5).matches("[0-9a-f]{32}");
        assertThat(browser.text()).contains("Nobody has voted", "Antivirus names");
        assertThat(feed("hashes.txt")).doesNotContain(md5);

        browser.click(browser.find("button[name=vote][value='0']"));
        assertThat(browser.text()).contains("Counted: you call it malicious.");
        browser.click(browser.link("Back to its page"));
        assertThat(browser.text()).contains("Most voters call it malicious (1 malicious, 0 not malicious)");
        assertThat(feed("hashes.txt")).as("before the next rewrite").doesNotContain(md5);

        now = now.plus(Duration.ofMinutes(40));
        assertThat(feed("hashes.txt")).as("after the next rewrite").contains(md5);

        browser.click(browser.find("button[name=vote][value=withdraw]"));
        assertThat(browser.text()).contains("Your vote is withdrawn.");
    }

    @Test
    void malwareListIsTurnedPageByPage() throws Exception {
        go("/listMalware.php?antivirus=lantern");
        assertThat(browser.findAll(SAMPLE_LINK)).hasSize(50);
        browser.click(browser.link("Next"));
        assertThat(browser.path()).isEqualTo("/listMalware.php?page=1&antivirus=lantern");
        browser.click(browser.link("Previous"));
        assertThat(browser.path()).isEqualTo("/listMalware.php?page=0&antivirus=lantern");
    }

    @Test
    void graphLeadsToTheNeighboursAndNoLabelCoversAnother() throws Exception {
        go("/graphHtml.php?ip=188.40.75.132");
        assertThat(browser.run("""
                        const boxes = [...document.querySelectorAll('svg.graph text')].map(t => t.getBBox());
                        const frame = document.querySelector('svg.graph').viewBox.baseVal;
                        let bad = 0;
                        for (let i = 0; i < boxes.length; i++) {
                          const a = boxes[i];
                          if (a.x < 0 || a.x + a.width > frame.width || a.y < 0 || a.y + a.height > frame.height) bad++;
                          for (let j = i + 1; j < boxes.length; j++) {
                            const b = boxes[j];
                            if (a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height - 1
                                && b.y < a.y + a.height - 1) bad++;
                          }
                        }
                        return bad;
                        """).asInt()).isZero();
        browser.click(browser.find("svg.graph a"));
        assertThat(browser.path()).isEqualTo("/domain.php?domain=tvgate.rocks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/domain.php?domain=aoldaily.com",
                "/domain.php?domain=nowhere.example",
                "/ip.php?ip=188.40.75.132",
                "/email.php?email=william19770319@yahoo.com",
                "/malware.php?md5=ec8c89aa5e521572c74e2dd02a4daf78",
                "/listMalware.php?antivirus=lantern&page=1",
                "/listIPs.php?class=188.40.75",
                "/listDomains.php?name=william19770319@yahoo.com",
                "/graphHtml.php?domain=aoldaily.com"
            })
    void everyPageIsReadableInBothSchemesAndOnAPhone(String path) throws Exception {
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            go(path);
            List<String> faint = new ArrayList<>();
            browser.run(FAINT_TEXTS).forEach(text -> faint.add(text.asString()));
            assertThat(faint).as(scheme + " " + path).isEmpty();
        }
        browser.resize(400, 800);
        go(path);
        assertThat(browser.run("return document.documentElement.scrollWidth - window.innerWidth")
                        .asInt())
                .as("nothing is wider than a phone")
                .isLessThanOrEqualTo(0);
        assertThat(browser.complaints())
                .as("the browser has nothing to complain of")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/, 'input, button'",
        "/domain.php?domain=aoldaily.com, 'input:not([type=hidden]), button, a'",
        "/graphHtml.php?ip=188.40.75.132, 'svg.graph, svg.graph a'"
    })
    void everythingThatCanBeUsedHasAName(String path, String css) throws Exception {
        go(path);
        List<String> elements = browser.findAll(css);
        assertThat(elements).isNotEmpty();
        for (String element : elements.subList(0, Math.min(20, elements.size()))) {
            assertThat(browser.label(element)).isNotBlank();
        }
        assertThat(browser.findAll("main h1")).hasSize(1);
    }

    private static void go(String path) throws Exception {
        browser.open(server.url().resolve(path));
    }

    private static String feed(String file) throws IOException {
        return RawClient.body(RawClient.get(server.url(), "/feeds/" + file));
    }

    /** The texts whose contrast with what is behind them is too low: WCAG 2.2, "contrast ratio". */
    private static final String FAINT_TEXTS = """
            const channel = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4); };
            const parse = s => s.match(/[\\d.]+/g).map(Number);
            const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
            const behind = e => {
              for (; e; e = e.parentElement) {
                const c = parse(getComputedStyle(e).backgroundColor);
                if (c.length < 4 || c[3] > 0) return c;
              }
              return [255, 255, 255];
            };
            const faint = [];
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            while (walker.nextNode()) {
              const e = walker.currentNode.parentElement;
              if (!walker.currentNode.textContent.trim() || e.closest('script, title')) continue;
              const style = getComputedStyle(e);
              const ink = light(parse(e.closest('svg') ? style.fill : style.color));
              const paper = light(behind(e));
              const contrast = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
              if (contrast < %s) faint.push(walker.currentNode.textContent.trim() + ' ' + contrast.toFixed(2));
            }
            return faint;
            """.formatted(CONTRAST_MIN);
}
