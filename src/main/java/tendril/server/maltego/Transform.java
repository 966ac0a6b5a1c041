package tendril.server.maltego;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tendril.corpus.Lookup;

/**
 * The transforms: the five of the original by their names, which give everything at once, and one for each single step.
 */
public enum Transform {
    ENRICH_DOMAIN(
            "threatcrowd.ThreatCrowdenrichDomain",
            "ThreatCrowd enrich Domain",
            EntityType.DOMAIN,
            List.of(
                    new Step(Lookup.ADDRESSES_OF_DOMAIN, EntityType.IPV4, ""),
                    new Step(Lookup.SAMPLES_OF_DOMAIN, EntityType.OLD_HASH, ""),
                    new Step(Lookup.EMAILS_OF_DOMAIN, EntityType.EMAIL, ""),
                    new Step(Lookup.SUBDOMAINS_OF_DOMAIN, EntityType.DOMAIN, ""))),
    ENRICH_IP(
            "threatcrowd.ip",
            "ThreatCrowd enrich IP",
            EntityType.IPV4,
            List.of(
                    new Step(Lookup.DOMAINS_OF_ADDRESS, EntityType.DOMAIN, ""),
                    new Step(Lookup.SAMPLES_OF_ADDRESS, EntityType.OLD_HASH, ""))),
    ENRICH_EMAIL(
            "threatcrowd.email",
            "ThreatCrowd enrich Email",
            EntityType.EMAIL,
            List.of(new Step(Lookup.DOMAINS_OF_EMAIL, EntityType.DOMAIN, ""))),
    ENRICH_MD5(
            "threatcrowd.md5",
            "ThreatCrowd enrich MD5",
            EntityType.OLD_HASH,
            List.of(
                    new Step(Lookup.ADDRESSES_OF_SAMPLE, EntityType.IPV4, ""),
                    new Step(Lookup.DOMAINS_OF_SAMPLE, EntityType.DOMAIN, ""))),
    ENRICH_NAME(
            "threatcrowd.malwareName",
            "ThreatCrowd enrich AntiVirus name",
            EntityType.PHRASE,
            List.of(new Step(Lookup.SAMPLES_OF_SCAN_NAME, EntityType.OLD_HASH, ""))),
    DOMAIN_TO_IP("tendril.DomainToIp", "To IP addresses", Lookup.ADDRESSES_OF_DOMAIN, EntityType.IPV4, "resolved to"),
    DOMAIN_TO_HASH("tendril.DomainToHash", "To samples", Lookup.SAMPLES_OF_DOMAIN, EntityType.HASH, "contacted by"),
    DOMAIN_TO_EMAIL(
            "tendril.DomainToEmail", "To registrants", Lookup.EMAILS_OF_DOMAIN, EntityType.EMAIL, "registered by"),
    DOMAIN_TO_HOST("tendril.DomainToHost", "To host names", Lookup.SUBDOMAINS_OF_DOMAIN, EntityType.HOST, "has host"),
    IP_TO_DOMAIN("tendril.IpToDomain", "To domains", Lookup.DOMAINS_OF_ADDRESS, EntityType.DOMAIN, "resolved from"),
    IP_TO_HASH("tendril.IpToHash", "To samples", Lookup.SAMPLES_OF_ADDRESS, EntityType.HASH, "contacted by"),
    EMAIL_TO_DOMAIN("tendril.EmailToDomain", "To domains", Lookup.DOMAINS_OF_EMAIL, EntityType.DOMAIN, "registered"),
    HASH_TO_IP("tendril.HashToIp", "To IP addresses", Lookup.ADDRESSES_OF_SAMPLE, EntityType.IPV4, "contacted"),
    HASH_TO_DOMAIN("tendril.HashToDomain", "To domains", Lookup.DOMAINS_OF_SAMPLE, EntityType.DOMAIN, "contacted"),
    HASH_TO_NAME("tendril.HashToName", "To antivirus names", Lookup.SCANS_OF_SAMPLE, EntityType.PHRASE, "called"),
    NAME_TO_HASH("tendril.NameToHash", "To samples", Lookup.SAMPLES_OF_SCAN_NAME, EntityType.HASH, "name of");

    /**
     * One lookup of a transform.
     *
     * @param gives what comes out
     * @param label what the link is called; empty for links without a label, as the original's were
     */
    record Step(Lookup lookup, EntityType gives, String label) {}

    private final String id;
    private final String title;
    private final EntityType takes;
    private final List<Step> steps;

    Transform(String id, String title, EntityType takes, List<Step> steps) {
        this.id = id;
        this.title = title;
        this.takes = takes;
        this.steps = steps;
    }

    Transform(String id, String title, Lookup lookup, EntityType gives, String label) {
        this(id, title + " [Tendril]", takenBy(lookup), List.of(new Step(lookup, gives, label)));
    }

    private static EntityType takenBy(Lookup lookup) {
        return switch (lookup) {
            case ADDRESSES_OF_DOMAIN, EMAILS_OF_DOMAIN, SUBDOMAINS_OF_DOMAIN, SAMPLES_OF_DOMAIN -> EntityType.DOMAIN;
            case DOMAINS_OF_ADDRESS, SAMPLES_OF_ADDRESS -> EntityType.IPV4;
            case DOMAINS_OF_EMAIL -> EntityType.EMAIL;
            case DOMAINS_OF_SAMPLE,
                    ADDRESSES_OF_SAMPLE,
                    SCANS_OF_SAMPLE,
                    SHA1_OF_SAMPLE,
                    SHA256_OF_SAMPLE,
                    SAMPLE_OF_SHA1,
                    SAMPLE_OF_SHA256 -> EntityType.HASH;
            case SAMPLES_OF_SCAN_NAME, REFERENCES_OF_ANY -> EntityType.PHRASE;
        };
    }

    /** The name Maltego runs it by. */
    public String id() {
        return id;
    }

    /** What Maltego's menus show. */
    public String title() {
        return title;
    }

    /** The type of entity it starts from, as Maltego names it. */
    public String input() {
        return takes.id();
    }

    /** The types of entity it gives, as Maltego names them, each once. */
    List<String> outputs() {
        return steps.stream().map(step -> step.gives().id()).distinct().toList();
    }

    /** What it does, in one sentence. */
    String description() {
        return "Asks the corpus what it knows about a " + takes.words() + " and gives "
                + steps.stream().map(step -> step.gives().plural()).distinct().collect(Collectors.joining(", "))
                + ".";
    }

    List<Step> steps() {
        return steps;
    }

    /** The transform of a name; case counts, as it does in Maltego. */
    public static Optional<Transform> ofId(String id) {
        return Arrays.stream(values())
                .filter(transform -> transform.id.equals(id))
                .findFirst();
    }
}
