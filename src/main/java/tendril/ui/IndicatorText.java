package tendril.ui;

import java.util.List;
import tendril.indicator.Indicator;
import tendril.indicator.Reading;

/** Between what people type and what indicators are. Pure. */
public interface IndicatorText {
    /** What one typed value is, or the sentence why it is nothing. */
    Reading detect(String text);

    /** Every indicator in a longer text, in order, each once. */
    List<Indicator> extract(String text);

    /** The value written so that nobody clicks it. */
    String defang(Indicator indicator);
}
