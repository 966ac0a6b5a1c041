/**
 * What a person does to the open case, without a control: selecting, adding, arranging, folding, filing, the numbers
 * of the status bar. Views are not known here. From here edits go to the session, and views and commands read what
 * became of them.
 */
@NullMarked
package tendril.ui.workbench;

import org.jspecify.annotations.NullMarked;
