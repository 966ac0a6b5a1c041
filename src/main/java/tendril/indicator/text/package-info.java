/**
 * Indicators in a text a person pastes: names, addresses, URLs, emails and hashes, defanged or not, each with its
 * place. How one value is written canonically is not decided here. From here what was found goes to whoever pasted,
 * imported or asked.
 */
@NullMarked
package tendril.indicator.text;

import org.jspecify.annotations.NullMarked;
