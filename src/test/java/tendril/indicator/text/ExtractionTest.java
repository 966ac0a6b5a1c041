package tendril.indicator.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

/** What is found in a text, and what is left alone. */
class ExtractionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            evil[.]com ¦ domain evil.com
            evil(.)com ¦ domain evil.com
            evil{.}com ¦ domain evil.com
            evil[.com ¦ domain evil.com
            evil.]com ¦ domain evil.com
            evil].[com ¦ domain evil.com
            www].[evil].[com ¦ domain www.evil.com
            www[.[evil[.[com ¦ domain www.evil.com
            www].]evil].]com ¦ domain www.evil.com
            evil[dot]com ¦ domain evil.com
            evil(dot)com ¦ domain evil.com
            evil{dot}com ¦ domain evil.com
            evil [dot] com ¦ domain evil.com
            evil [.] com ¦ domain evil.com
            evil [ . ] com ¦ domain evil.com
            a [.] b[.] evil [.]com ¦ domain a.b.evil.com
            evil DOT com ¦ domain evil.com
            evilDOTcom ¦ domain evil.com
            evil[DOT]com ¦ domain evil.com
            evil[punto]com ¦ domain evil.com
            evil (punkt) com ¦ domain evil.com
            evil-dot-com ¦ domain evil.com
            evil<.>com ¦ domain evil.com
            evil^.com ¦ domain evil.com
            evil\\.com ¦ domain evil.com
            evil[,]com ¦ domain evil.com
            evil。com ¦ domain evil.com
            evil．com ¦ domain evil.com
            вирус[.]рф ¦ domain xn--b1amyej.xn--p1ai
            名がドメイン[.]中国 ¦ domain xn--v8jxj3d1dzdz08w.xn--fiqs8s
            evil[-]site[.]com ¦ domain evil-site.com
            [www].evil.com ¦ domain www.evil.com
            (www).evil.com ¦ domain www.evil.com
            EVIL[.]CO[.]UK. ¦ domain evil.co.uk
            _dmarc.evil.com ¦ domain _dmarc.evil.com
            *.evil.com ¦ domain evil.com
            访问evil.com查看 ¦ domain evil.com
            1[.]2[.]3[.]4 ¦ ipv4 1.2.3.4
            1[.]2.3[.]4 ¦ ipv4 1.2.3.4
            111[.111.]111[.111 ¦ ipv4 111.111.111.111
            10.10.10.]]]10 ¦ ipv4 10.10.10.10
            10.10.10.)))10 ¦ ipv4 10.10.10.10
            10.10.10[[[.10 ¦ ipv4 10.10.10.10
            10[[[[.]]]]10[[[.]]10[.10 ¦ ipv4 10.10.10.10
            10(((.]]]]10([[.)10.)10 ¦ ipv4 10.10.10.10
            10\\.10\\.10\\.10 ¦ ipv4 10.10.10.10
            10.10.10\\\\\\\\.10 ¦ ipv4 10.10.10.10
            1<.>1<.>1<.>1 ¦ ipv4 1.1.1.1
            1.1.1 . 1 ¦ ipv4 1.1.1.1
            5[,]6[,]7(,)8 ¦ ipv4 5.6.7.8
            9,10,11,12 ¦ ipv4 9.10.11.12
            192[.]168[dot]0[.]1 ¦ ipv4 192.168.0.1
            192.168.0.1:9090 ¦ ipv4 192.168.0.1
            198[.]51[.]100[.]0/24 ¦ cidr 198.51.100.0/24
            198.51.100.77/24 ¦ cidr 198.51.100.0/24
            2001:db8::/32 ¦ cidr 2001:db8::/32
            2001:0db8:85a3:0000:0000:8a2e:0370:7334 ¦ ipv6 2001:db8:85a3::8a2e:370:7334
            2001[:]db8[:][:]1 ¦ ipv6 2001:db8::1
            [2001:db8::1]:443 ¦ ipv6 2001:db8::1
            addr:fe80::1ff:fe23:4567:890a%eth0 ¦ ipv6 fe80::1ff:fe23:4567:890a
            ::ffff:192.0.2.1 ¦ ipv6 ::ffff:192.0.2.1
            hxxp://evil[.]com/a.php ¦ url http://evil.com/a.php
            hXXps://evil[.]com ¦ url https://evil.com/
            xxxx://evil.com/a ¦ url http://evil.com/a
            xxxxx://evil.com/a ¦ url https://evil.com/a
            xXxXx://evil.com/a ¦ url https://evil.com/a
            xxxxs://evil[.]host/ ¦ url https://evil.host/
            h___p://evil.com/a ¦ url http://evil.com/a
            h**ps://evil.com/a ¦ url https://evil.com/a
            httx://evil.com/a ¦ url http://evil.com/a
            hpp://evil.com/a ¦ url http://evil.com/a
            meow://evil.com/a ¦ url http://evil.com/a
            htt[p]://evil.com/a ¦ url http://evil.com/a
            [http]://evil.com/a ¦ url http://evil.com/a
            (https)://evil.com/a ¦ url https://evil.com/a
            http[:]//evil.com/a ¦ url http://evil.com/a
            http[://]evil.com/a ¦ url http://evil.com/a
            hxxps[://]evil[.]com/a[.]html ¦ url https://evil.com/a.html
            hxxp[:]//evil[.]com[:]8080/a ¦ url http://evil.com:8080/a
            hxxp[:][/][/]evil[.]com[/]a ¦ url http://evil.com/a
            http ://evil.com/a ¦ url http://evil.com/a
            http:// evil.com/a ¦ url http://evil.com/a
            http//evil.com/a ¦ url http://evil.com/a
            http:///evil.com/a ¦ url http://evil.com/a
            http :///evil.com/a ¦ url http://evil.com/a
            http!://evil.com/a ¦ url http://evil.com/a
            http:\\\\evil.com/a ¦ url http://evil.com/a
            http:\\/\\/evil.com\\/a ¦ url http://evil.com/a
            http__evil.com/a ¦ url http://evil.com/a
            http:__evil.com/a ¦ url http://evil.com/a
            h__ps__sub.evil[.]com/a ¦ url https://sub.evil.com/a
            http:/evil.com/a ¦ url http://evil.com/a
            http://[evil.com ¦ url http://evil.com/
            http://evil,com/ ¦ url http://evil.com/
            http://192,168,0,1 ¦ url http://192.168.0.1/
            tcp://192[.]168[.]0[.]1:80/path ¦ url tcp://192.168.0.1:80/path
            udp://evil.com:53 ¦ url udp://evil.com:53/
            fxp://evil.com/a ¦ url ftp://evil.com/a
            ftx://evil.com/a ¦ url ftp://evil.com/a
            http://u:p@evil.com/a@b ¦ url http://u:p@evil.com/a@b
            tcp://[fdc4:2581::1]:80/p ¦ url tcp://[fdc4:2581::1]:80/p
            http://fdc4:2581:575b:5a72:0:0:0:1 ¦ url http://[fdc4:2581:575b:5a72::1]/
            evil[.]com/gate.php ¦ url http://evil.com/gate.php
            evil[.]com:8080/gate.php ¦ url http://evil.com:8080/gate.php
            diota[-]ar.com:80/.well-known/a.pdf ¦ url http://diota-ar.com/.well-known/a.pdf
            evil(.)com(/)gate ¦ url http://evil.com/gate
            192[.]168[.]0[.]1:80/path ¦ url http://192.168.0.1/path
            evil[.]com/ ¦ domain evil.com
            http%3A%2F%2Fevil%2Ecom%2Fa%2Ehta ¦ url http://evil.com/a.hta
            687474703a2f2f6578616d706c652e636f6d2f70 ¦ url http://example.com/p
            aHR0cDovL2V4YW1wbGUuY29tIA== ¦ url http://example.com/
            wordshttp://evil.com/a ¦ url http://evil.com/a
            https://evil.com\\/test.php ¦ url https://evil.com/test.php
            https://evil.com/?target=bad[@]test.com ¦ url https://evil.com/?target=bad@test.com
            http://evil.com/a?u=http%3A%2F%2Fb.com&x=1 ¦ url http://evil.com/a?u=http%3A%2F%2Fb.com&x=1
            bob@evil.com ¦ email bob@evil.com
            Bob.Smith+x@Evil.com ¦ email bob.smith+x@evil.com
            bob[@]evil[.]com ¦ email bob@evil.com
            bob(@)evil.com ¦ email bob@evil.com
            bob{at}evil.com ¦ email bob@evil.com
            bob[at]evil[.]com ¦ email bob@evil.com
            bob (at) evil (dot) com ¦ email bob@evil.com
            bob[et]evil.com ¦ email bob@evil.com
            me (arroba) evil (punto) com ¦ email me@evil.com
            bob AT evil.com ¦ email bob@evil.com
            bob AT evil DOT com ¦ email bob@evil.com
            fooATbar.com ¦ email foo@bar.com
            foo@barDOTcom ¦ email foo@bar.com
            foo@bar DOT com ¦ email foo@bar.com
            foo @ bar.com ¦ email foo@bar.com
            foo@ bar[.]com ¦ email foo@bar.com
            user at example dot com ¦ email user@example.com
            user { at ) example {  doT ])] com ¦ email user@example.com
            silena[.]berillo(at)gmail[.]com ¦ email silena.berillo@gmail.com
            mailto:bob@evil.com ¦ email bob@evil.com
            AS64496 ¦ as AS64496
            ASN 64496 ¦ as AS64496
            as64496 ¦ as AS64496
            cve-2021-44228 ¦ cve CVE-2021-44228
            MD5:D41D8CD98F00B204E9800998ECF8427E ¦ md5 d41d8cd98f00b204e9800998ecf8427e
            VirusShare_d41d8cd98f00b204e9800998ecf8427e ¦ md5 d41d8cd98f00b204e9800998ecf8427e
            d41d8cd98f00b204e9800998ecf8427e.exe ¦ md5 d41d8cd98f00b204e9800998ecf8427e
            da39a3ee5e6b4b0d3255bfef95601890afd80709 ¦ sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709
            """)
    void everyWayOfWritingIsUnderstood(String written, String expected) {
        for (String text :
                List.of(written, "  " + written + "  ", "seen\n" + written + "\r\nthere", "“" + written + "”")) {
            assertThat(found(text)).as(text).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "an example). [B]",
                "a. [b and a. (b",
                "analysis), yo",
                "foo.[com and foo].com",
                "setup.py, report.zip, run.sh, README.md, libfoo.so, main.rs",
                "/usr/lib/evil.com/x and C:\\Windows\\evil.com",
                "using System.Net; System.IO; ASP.NET and Node.js",
                "framework[.NET] and (.NET)",
                "v1.2.3.4 and Version 1.2.3.4 and version: 10.0.0.1",
                "Version 10.0.19041.1",
                "Opera/9.80.1.2 Chrome/1.2.3.4",
                "1:1 and 12:30:45 and aa:bb:cc:dd:ee:ff and std::cout and a::b and x[1::2] and ::",
                "1.2.3.4.5 and 1.2.3 and 300.1.1.1 and 1.2.3.256",
                "0177.0.0.1 and 0x7f.0.0.1",
                "1,2,3,4,5,6 and 999,999,999,999",
                "OID 1.3.6.1",
                "adc83b191b1c6ea0fd8b46cd9f32e592fc",
                "00000000000000000000000000000000",
                "com.example.app.MainActivity and org.apache.tools",
                "console.info(x); logger.info; self.name; e.target",
                "It was done.It worked. Finished.In the end",
                "the dot com bubble; meet at noon dot",
                "polka-dot-dress",
                "x.x.x.x and 85.85 and _____.tld and tooshor.t",
                "@a.b and myuser@ and a@a and user @ word more words.period",
                "Trojan.Win32.Agent.CC and Backdoor.Agent.FR",
                "AS/400 and AS400 and as 2 people",
                "CVE-2021-12 and CVE-98-1234",
                "javascript:alert(1) data:text/html,x file:///etc/passwd",
                "HKLM\\SOFTWARE\\foo bar\\bing",
                "fooATAbar and fooMATbar",
                "myuseratexampledotcom",
                "2021-10-11T12:13:14.123Z",
                "$1,234,567.89 and 50.50",
                "e.g. i.e. p.m. U.S. a.k.a.",
                "rule testRule { condition: true }",
                "http:// and https:// alone, http://",
                "",
            })
    void whatOnlyLooksLikeAnIndicatorIsLeftAlone(String prose) {
        assertThat(Extraction.find(prose)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            http://accounts.dot-star.online/a ¦ url http://accounts.dot-star.online/a
            accounts.dot-star.online ¦ domain accounts.dot-star.online
            WWW.MDOT.EXAMPLE.VIP ¦ domain www.mdot.example.vip
            fooMATbar.com ¦ domain foomatbar.com
            fooATAbar.com ¦ domain fooatabar.com
            hosted at evil.com now ¦ domain evil.com
            the C2 at evil[.]com ¦ domain evil.com
            (see evil[.]com). [B] ¦ domain evil.com
            domain evil.sh was seen ¦ domain evil.sh
            www.evil.zip ¦ domain www.evil.zip
            http://evil.zip/a ¦ url http://evil.zip/a
            evil[.]zip ¦ domain evil.zip
            evil[.]com. The rest ¦ domain evil.com
            evil[.]com.The rest ¦ domain evil.com
            _evil.com_ ¦ domain evil.com
            **http://evil.com/a** ¦ url http://evil.com/a
            <http://evil.com/a> ¦ url http://evil.com/a
            (http://evil.com/a) ¦ url http://evil.com/a
            http://evil.com/a_(b) ¦ url http://evil.com/a_(b)
            href="http://evil.com/a"> ¦ url http://evil.com/a
            'http://evil.com/a', ¦ url http://evil.com/a
            http://evil.com/a, and ¦ url http://evil.com/a
            http://evil.com/a). ¦ url http://evil.com/a
            http://evil.com!!! ¦ url http://evil.com/
            <div>hxxp://zep[.]at[.]com/in[.]php</div>< ¦ url http://zep.at.com/in.php
            [http://a.com/b.png](http://a.com/b.png) ¦ url http://a.com/b.png, url http://a.com/b.png
            [text](https://evil.com/a) ¦ url https://evil.com/a
            http://a.com/b,http://c.com/d;hxxp://e.com ¦ url http://a.com/b, url http://c.com/d, url http://e.com/
            &lt;http://evil.com/a&gt; ¦ url http://evil.com/a
            1,2,3,4 1,2,3,4 ¦ ipv4 1.2.3.4, ipv4 1.2.3.4
            1.2.3.4-1.2.3.10 ¦ ipv4 1.2.3.4, ipv4 1.2.3.10
            1.2.3.4. Then ¦ ipv4 1.2.3.4
            1.2.3.4, 5.6.7.8; 9.9.9.9 ¦ ipv4 1.2.3.4, ipv4 5.6.7.8, ipv4 9.9.9.9
            1.2.3.4/33 ¦ ipv4 1.2.3.4
            localhost/192.0.2.1:80 ¦ ipv4 192.0.2.1
            a@b.com,c@d.com ¦ email a@b.com, email c@d.com
            bob@evil.com. Then ¦ email bob@evil.com
            "Bob" <bob@evil.com> ¦ email bob@evil.com
            key=evil.com&x=1 ¦ domain evil.com
            u=%2F%2Fevil.com%2F ¦ domain evil.com
            evil.com|198.51.100.7|bob@evil.com ¦ domain evil.com, ipv4 198.51.100.7, email bob@evil.com
            EVIL.COM ¦ domain evil.com
            Google.Com ¦ domain google.com
            🔥evil.com🔥 ¦ domain evil.com
            evil.com:443 ¦ domain evil.com
            ➡ hxxps://evil[.]com/x… ¦ url https://evil.com/x
            http://evil.com/x”. ¦ url http://evil.com/x
            http://localhost:8080/x ¦ url http://localhost:8080/x
            """)
    void textAroundAnIndicatorIsNotTaken(String text, String expected) {
        assertThat(found(text)).isEqualTo(expected);
    }

    @Test
    void aSpanCoversWhatWasWritten() {
        String text = "C2: hxxp://evil[.]example/a, bob [at] evil[.]example.";

        assertThat(Extraction.find(text))
                .extracting(found -> text.substring(found.start(), found.end()))
                .containsExactly("hxxp://evil[.]example/a", "bob [at] evil[.]example");
    }

    @Test
    void hostsOfUrlsAreAnOption() {
        assertThat(Extraction.findWithHosts("http://evil.example/a"))
                .containsExactly(
                        new Found(IndicatorType.URL, "http://evil.example/a", 0, 21),
                        new Found(IndicatorType.DOMAIN, "evil.example", 0, 21));
    }

    @Test
    void distinctKeepsTheFirstOfEach() {
        assertThat(Extraction.distinct(Extraction.find("b.com a.com B[.]com a.com")))
                .containsExactly(
                        new Indicator(IndicatorType.DOMAIN, "b.com"), new Indicator(IndicatorType.DOMAIN, "a.com"));
    }

    private static String found(String text) {
        return Extraction.find(text).stream()
                .map(found -> found.indicator().toString())
                .collect(Collectors.joining(", "));
    }
}
