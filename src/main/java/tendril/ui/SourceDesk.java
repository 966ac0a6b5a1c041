package tendril.ui;

import java.util.Optional;

/**
 * What the window can ask about the sources and the files behind the settings; the root package does it. Confined to
 * the FX thread.
 */
public interface SourceDesk {
    /** Why this server cannot be asked, in one sentence; empty when it can. Nothing is looked up. */
    Optional<String> serverTrouble(String address);

    /** Why the built-in server cannot answer from this file, in one sentence. Looks at its first bytes. */
    Optional<String> corpusTrouble(String file);

    /** Why this proxy cannot be used, in one sentence. Nothing is looked up. */
    Optional<String> proxyTrouble(String hostAndPort);

    /** Why this file of certificates cannot be used, in one sentence. Reads the file. */
    Optional<String> authoritiesTrouble(String file);

    /** The name that is used where the person has given none. */
    String accountName();

    /** The text of the person's own list of known noise, empty where there is none. */
    String ownNoise();

    /** What the sentences and the dialog call that list: where it is. */
    String ownNoiseFile();

    /** Keeps the person's own list and weighs by it from now on. Why it could not be kept, in one sentence. */
    Optional<String> keepOwnNoise(String text);

    /** Forgets which indicators stand in which cases. */
    void forgetOtherCases();

    /** Nothing behind the settings; for a window without files. */
    SourceDesk NONE = new SourceDesk() {
        @Override
        public Optional<String> serverTrouble(String address) {
            return Optional.empty();
        }

        @Override
        public Optional<String> corpusTrouble(String file) {
            return Optional.empty();
        }

        @Override
        public Optional<String> proxyTrouble(String hostAndPort) {
            return Optional.empty();
        }

        @Override
        public Optional<String> authoritiesTrouble(String file) {
            return Optional.empty();
        }

        @Override
        public String accountName() {
            return "analyst";
        }

        @Override
        public String ownNoise() {
            return "";
        }

        @Override
        public String ownNoiseFile() {
            return "noise.tsv";
        }

        @Override
        public Optional<String> keepOwnNoise(String text) {
            return Optional.empty();
        }

        @Override
        public void forgetOtherCases() {}
    };
}
