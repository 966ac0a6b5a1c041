package tendril.picture.ink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypefaceTest {
    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "Трояны", "łódź@mail.example", "a→b…", "0123456789 ×4"})
    void whatInterHasShapesForIsSetInInter(String text) {
        assertThat(Typeface.of(text, 12, false).getFamily()).isEqualTo("Inter");
        assertThat(Typeface.of(text, 12, true).getFontName()).isEqualTo("Inter Bold");
    }

    @Test
    void anyOtherTextIsSetInTheSystemsFaceAsAWhole() {
        assertThat(Typeface.of("evil.例え", 12, false).getFamily()).isNotEqualTo("Inter");
    }

    @Test
    void sizesAreThoseAskedFor() {
        assertThat(Typeface.of("evil.example", 17, true).getSize()).isEqualTo(17);
    }
}
