package tendril.provider.threatcrowd;

/** A part of a report that a pivot can ask for by itself. */
enum Part {
    /** Which domains an address holder registered, or who registered a domain. */
    REGISTRATIONS,
    /** Which addresses a domain resolved to, or which domains an address. */
    RESOLUTIONS,
    SUBDOMAINS,
    /** The files that called at a domain or an address. */
    CALLERS,
    /** The addresses a file called at. */
    CALLED_ADDRESSES,
    /** The domains a file called at. */
    CALLED_DOMAINS,
    /** What antivirus programs call a file, or which files have a name. */
    DETECTIONS,
    /** The other hashes of the same file. */
    HASHES,
    /** Votes, references and the page where people read the report. */
    REMARKS
}
