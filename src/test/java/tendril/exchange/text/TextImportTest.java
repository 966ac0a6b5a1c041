package tendril.exchange.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tendril.exchange.ExchangeNode;
import tendril.exchange.ImportedGraph;
import tendril.exchange.Importing;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class TextImportTest {
    private static final Indicator HOST = new Indicator(IndicatorType.DOMAIN, "evil.example");
    private static final Indicator ADDRESS = new Indicator(IndicatorType.IPV4, "192.0.2.7");
    private static final String TABLE =
            "indicator,kommentar\r\nevil[.]example,\"Köder, \u00fcber\"\r\n192.0.2[.]7,\r\nEVIL.example,again\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252", "ISO-8859-15"})
    void aTableIsReadInWhateverItWasWritten(String charset) {
        ImportedGraph graph = read(TABLE.getBytes(Charset.forName(charset)));

        assertThat(graph.nodes()).extracting(ExchangeNode::indicator).containsExactly(HOST, ADDRESS);
        assertThat(graph.warnings()).hasSize(charset.equals("UTF-8") ? 0 : 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkIsBelievedAndIsNoPartOfTheFirstWord(String charset) {
        ImportedGraph graph = read(("\uFEFF" + "evil.example\nnot this").getBytes(Charset.forName(charset)));

        assertThat(graph.nodes()).extracting(ExchangeNode::indicator).containsExactly(HOST);
        assertThat(graph.warnings()).isEmpty();
    }

    @Test
    void whatOtherProgramsWriteAsJsonIsAListToo() {
        ImportedGraph graph = read("""
                {"type":"bundle","objects":[{"type":"indicator","pattern":"[domain-name:value = 'evil.example']"},
                {"type":"ipv4-addr","value":"192.0.2.7"}]}""".getBytes(StandardCharsets.UTF_8));

        assertThat(graph.nodes()).extracting(ExchangeNode::indicator).containsExactly(HOST, ADDRESS);
    }

    @Test
    void whatIsNoTextHoldsNothingOrTooMuchIsRefusedInOneSentence() {
        assertThat(refusal(new byte[0])).contains("empty");
        assertThat(refusal(new byte[] {'P', 'K', 3, 4, 0, 0, 8, 0, 1, 0, 0, 7})).contains("no text");
        assertThat(refusal("nothing to see here".getBytes(StandardCharsets.UTF_8)))
                .contains("no domain");
        assertThat(refusal(new byte[TextImport.BYTES_MAX + 1])).contains("longer than 64 MB");
        assertThat(refusal(many())).contains("100,001 indicators");
    }

    @Test
    void oneLineOfMegabytesIsReadInGoodTime() {
        byte[] line =
                ("x".repeat(4_000_000) + " evil.example " + "y".repeat(4_000_000)).getBytes(StandardCharsets.UTF_8);

        assertThat(read(line).nodes()).extracting(ExchangeNode::indicator).containsExactly(HOST);
    }

    private static byte[] many() {
        var text = new StringBuilder();
        for (int i = 0; i <= TextImport.INDICATORS_MAX; i++) {
            text.append('n').append(i).append(".example\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ImportedGraph read(byte[] raw) {
        Importing read = new TextImport().read(raw, "list.txt");
        assertThat(read).isInstanceOf(Importing.Read.class);
        return ((Importing.Read) read).graph();
    }

    private static String refusal(byte[] raw) {
        Importing read = new TextImport().read(raw, "list.txt");
        assertThat(read).isInstanceOf(Importing.Refused.class);
        String sentence = ((Importing.Refused) read).sentence();
        assertThat(List.of(sentence.split("\n"))).hasSize(1);
        return sentence;
    }
}
