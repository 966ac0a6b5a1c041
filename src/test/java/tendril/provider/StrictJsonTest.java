package tendril.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictJsonTest {
    private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;

    @Test
    void wholeJsonIsRead() {
        StrictJson.Reading reading = StrictJson.read(bytes("\ufeff {\"a\":[1,null,\"\\u00e9\"]} \n"));
        assertThat(((StrictJson.Reading.Read) reading).root()).hasToString("{\"a\":[1,null,\"é\"]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^ | is empty",
                "{ | breaks off in the middle of its JSON",
                "{\"a\":\"b | breaks off in the middle of its JSON",
                "{\"a\":1,\"a\":2} | says the same thing twice (line 1, column 11)",
                "{\"x\":{\"a\":1,\"a\":2}} | says the same thing twice",
                "{} {} | is not valid JSON",
                "{}] | is not valid JSON",
                "{'a':1} | is not valid JSON",
                "{\"a\":NaN} | is not valid JSON",
                "{\"a\":01} | is not valid JSON",
                "[1,] | is not valid JSON",
                "/* c */ {} | is not valid JSON"
            })
    void anythingElseIsRefusedWithAReason(String json, String reason) {
        assertThat(reason(bytes(json))).startsWith(reason);
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThat(reason(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'})).startsWith("is not valid JSON");
    }

    @Test
    void whatIsTooDeepLongOrMuchIsRefused() {
        assertThat(reason(bytes("[".repeat(100_000)))).contains("too deep");
        assertThat(reason(bytes("{\"a\":".repeat(100_000)))).contains("too deep");
        assertThat(reason(bytes("1".repeat(1_000)))).contains("too long");
        assertThat(reason(bytes("\"" + "x".repeat(2_000_000) + "\""))).contains("too long");
        assertThat(reason(bytes("{\"" + "x".repeat(20_000) + "\":1}"))).contains("too long");
    }

    @Test
    void fiftyMegabytesOfEmptyListsFillNoMemory() {
        byte[] lists = new byte[FIFTY_MEGABYTES];
        Arrays.fill(lists, (byte) ',');
        for (int at = 1; at + 1 < lists.length; at += 3) {
            lists[at] = '[';
            lists[at + 1] = ']';
        }
        lists[0] = '[';
        assertThat(reason(lists)).contains("too much");
    }

    @Property(tries = 1000)
    void noBytesAreTooOdd(@ForAll @Size(max = 200) byte[] bytes) {
        assertThat(StrictJson.read(bytes)).isNotNull();
    }

    private static String reason(byte[] bytes) {
        StrictJson.Reading reading = StrictJson.read(bytes);
        assertThat(reading).isInstanceOf(StrictJson.Reading.Unreadable.class);
        return ((StrictJson.Reading.Unreadable) reading).reason();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
