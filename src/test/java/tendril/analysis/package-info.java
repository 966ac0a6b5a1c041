/** What the analysis promises, checked against slow and simple ways to the same answers. */
package tendril.analysis;
