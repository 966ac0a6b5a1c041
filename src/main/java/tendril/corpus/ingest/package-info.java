/**
 * Fills a corpus from what people have: passive DNS, tables, lists, recorded answers, MISP and STIX. Each reader turns
 * one format into observations and nothing else; no row is dropped without being counted and listed. From here
 * observations go into {@code corpus}, batch by batch.
 */
@NullMarked
package tendril.corpus.ingest;

import org.jspecify.annotations.NullMarked;
