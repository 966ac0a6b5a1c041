package tendril.casefile.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tendril.casefile.Events;
import tendril.graph.CaseEvent;
import tendril.graph.Citation;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;

class FactCodecTest {
    private final FactCodec codec = new FactCodec();

    @Property(tries = 400)
    void whatIsWrittenIsReadBackEqual(@ForAll("events") CaseEvent event) {
        FactCodec.Encoded encoded = codec.encode(event);
        String afterUtf8 = new String(encoded.body().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(codec.decode(encoded.kind(), afterUtf8)).isEqualTo(event);
    }

    @Test
    void everyKindOfEventIsAmongTheGeneratedOnes() {
        Set<Class<?>> seen = new HashSet<>(Set.of(CaseEvent.NotUnderstood.class));
        Events.any().sampleStream().limit(2500).forEach(event -> seen.add(event.getClass()));
        assertThat(seen).containsExactlyInAnyOrder(CaseEvent.class.getPermittedSubclasses());
    }

    @Test
    void everyKindHasAnEventAndEveryEventAKind() {
        assertThat(Arrays.stream(EventKind.values()).map(EventKind::id)).doesNotHaveDuplicates();
        assertThat(EventKind.values()).hasSize(CaseEvent.class.getPermittedSubclasses().length - 1);
    }

    @Test
    void namesAndFieldsInFilesStayAsTheyAre() {
        var event = new CaseEvent.EntityAdded(
                new Indicator(IndicatorType.DOMAIN, "evil.example"), new Citation(7, "/resolutions/0/domain"));
        assertThat(codec.encode(event))
                .isEqualTo(
                        new FactCodec.Encoded(
                                "entity-added",
                                "{\"indicator\":\"domain:evil.example\",\"evidence\":7,\"pointer\":\"/resolutions/0/domain\"}"));
    }

    @Test
    void aKindFromTheFutureIsKeptByteForByte() {
        String body = "{ \"shape\":\t[1, 2,3] , \"shape\": 1e999 }";
        CaseEvent read = codec.decode("annotation-drawn", body);
        assertThat(read).isEqualTo(new CaseEvent.NotUnderstood("annotation-drawn", body));
        assertThat(codec.encode(read)).isEqualTo(new FactCodec.Encoded("annotation-drawn", body));
    }

    @Test
    void aFieldFromTheFutureDoesNotHideTheFact() {
        assertThat(codec.decode("case-named", "{\"name\":\"Harbour\",\"colour\":\"red\"}"))
                .isEqualTo(new CaseEvent.CaseNamed("Harbour"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            case-named        | {}
            case-named        | {"name":null}
            case-named        | {"name":7}
            case-named        | {"name":"a","name":"b"}
            case-named        | {"name":"a"} x
            case-named        | {"name":"a"
            case-named        | [
            case-named        | 17
            case-named        | ``
            action-began      | {"kind":"DANCE","title":"t","author":"a"}
            action-undone     | {"action":1.5}
            action-undone     | {"action":99999999999999999999}
            entity-added      | {"indicator":"evil.example"}
            entity-added      | {"indicator":"telegram:evil"}
            link-added        | {"link":["domain:a"]}
            link-added        | {"link":["domain:a","domain:b","l"],"first":"yesterday"}
            link-added        | {"link":["domain:a","domain:b","l"],"properties":[["a",1]]}
            entities-placed   | {"by":"PERSON","places":[["domain:a","left",0]]}
            entities-placed   | {"by":"PERSON","places":{"domain:a":1}}
            pivot-asked       | {"request":1,"provider":"p","pivot":"q","indicator":"md5:0","key":"k","click":"no","depth":1}
            pivot-settled     | {"request":1,"result":"FOUND","evidence":1,"found":3000000000,"held":0,"message":""}
            """)
    void aBrokenBodyIsKeptAndNotHalfUnderstood(String kind, String body) {
        CaseEvent read = codec.decode(kind, body);
        assertThat(read).isEqualTo(new CaseEvent.NotUnderstood(kind, body));
        assertThat(codec.encode(read)).isEqualTo(new FactCodec.Encoded(kind, body));
    }

    @Test
    void aBodyNestedBeyondReasonIsKept() {
        String body = "{\"name\":" + "[".repeat(100_000);
        assertThat(codec.decode("case-named", body)).isInstanceOf(CaseEvent.NotUnderstood.class);
    }

    @Provide
    Arbitrary<CaseEvent> events() {
        return Events.any();
    }
}
