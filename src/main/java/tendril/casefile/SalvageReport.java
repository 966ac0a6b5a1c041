package tendril.casefile;

import java.nio.file.Path;

/**
 * What was saved out of a damaged case file, and what was not. Immutable.
 *
 * @param original       the damaged file, untouched
 * @param salvaged       the new file beside it
 * @param factsSaved     facts that came over whole
 * @param factsLost      facts that are known to have existed and are gone
 * @param evidenceSaved  bodies of evidence that came over whole
 * @param evidenceLost   bodies that saved facts name and that are gone
 * @param sentence       all of this for a person
 */
public record SalvageReport(
        Path original,
        Path salvaged,
        long factsSaved,
        long factsLost,
        long evidenceSaved,
        long evidenceLost,
        String sentence) {}
