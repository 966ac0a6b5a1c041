package tendril.ui.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tendril.indicator.Indicator;
import tendril.indicator.IndicatorType;
import tendril.ui.workbench.QuickAddViewModel.State;

class QuickAddViewModelTest {
    private final List<List<Indicator>> added = new ArrayList<>();
    private final QuickAddViewModel model = new QuickAddViewModel(added::add);

    @Test
    void typingSaysWhatItIsAndEnterAddsIt() {
        model.text().set("aoldaily.com");

        assertThat(model.state().get()).isEqualTo(State.GOOD);
        assertThat(model.hint().get()).isEqualTo("Domain");
        assertThat(model.submit()).isTrue();
        assertThat(added).containsExactly(List.of(new Indicator(IndicatorType.DOMAIN, "aoldaily.com")));
        assertThat(model.text().get()).isEmpty();
    }

    @Test
    void defangedTextIsUnderstoodAndShownPlainly() {
        model.text().set("william19770319[at]yahoo[.]com");

        assertThat(model.hint().get()).isEqualTo("Email address: william19770319@yahoo.com");
    }

    @Test
    void nonsenseGetsASentenceOnlyWhenItIsSubmitted() {
        model.text().set("0177.0.0.1");
        assertThat(model.state().get()).isNotEqualTo(State.GOOD);
        assertThat(model.hint().get()).isEmpty();

        assertThat(model.submit()).isFalse();
        assertThat(model.state().get()).isEqualTo(State.BAD);
        assertThat(model.hint().get()).isNotEmpty();
        assertThat(added).isEmpty();
    }

    @Test
    void aLongTextOffersAllThatIsInIt() {
        model.text().set("We saw aoldaily[.]com resolve to 188.40.75[.]132, and cnndaily[.]com did so too.");

        assertThat(model.hint().get()).isEqualTo("3 indicators in this text: 2 × Domain, 1 × IPv4 address");
        model.submit();
        assertThat(added.getFirst()).hasSize(3);
    }

    @Test
    void nothingTypedIsAskedFor() {
        assertThat(model.submit()).isFalse();
        assertThat(model.hint().get()).startsWith("Type an indicator first");
    }
}
