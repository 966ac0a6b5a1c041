package tendril.corpus.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import tendril.corpus.Day;
import tendril.corpus.Observation;
import tendril.corpus.Relation;

/**
 * Invents the campaign around the documented examples: a phishing cluster that the documented domains share servers
 * with, a malware cluster that only one registrant ties to the first, a shared web host with its innocent neighbours, a
 * sinkhole that ate thousands of generated names, and the junk that real answers have. Seeded: every run makes the same
 * rows in the same order. Confined to one thread.
 */
final class DemoCampaign {
    static final String SHARED_HOST = "192.0.2.80";
    static final String SINKHOLE = "192.0.2.10";
    static final int SHARED_HOST_DOMAINS = 900;
    static final int SINKHOLE_DOMAINS = 4000;

    /** The registrant whose domains lie in both clusters. */
    static final int LINKING_PERSON = 0;

    private static final long SEED = 19_770_319L;
    private static final int PHISHING_DOMAINS = 140;
    private static final int CONTROL_DOMAINS = 180;
    private static final int SAMPLES_PER_CLUSTER = 220;
    private static final int MD5_BYTES = 16;
    private static final int SHA1_BYTES = 20;
    private static final int SHA256_BYTES = 32;
    private static final LocalDate PHISHING_BEGAN = LocalDate.of(2013, 2, 1);
    private static final LocalDate CONTROL_BEGAN = LocalDate.of(2014, 6, 1);
    private static final LocalDate SINKHOLED = LocalDate.of(2016, 4, 1);
    private static final int CAMPAIGN_DAYS = 900;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final DemoNames names = new DemoNames(random);
    private final List<Observation> observations = new ArrayList<>();

    List<Observation> observations() {
        if (!observations.isEmpty()) {
            return observations;
        }
        List<String> phishingServers = addresses("198.51.100.", 20, 60);
        List<String> controlServers = addresses("203.0.113.", 30, 70);
        documentedDomains();
        List<String> phishing = domains(PHISHING_DOMAINS, true, phishingServers, PHISHING_BEGAN);
        List<String> control = domains(CONTROL_DOMAINS, false, controlServers, CONTROL_BEGAN);
        registrants(phishing, 0, 6);
        registrants(control, 6, 6);
        linkClusters(phishing, control);
        samples(phishing, phishingServers, DemoFamilies.PHISHING);
        samples(control, controlServers, DemoFamilies.CONTROL);
        ipv6(control);
        documentedSamples(phishing, control);
        sharedHost(phishing);
        sinkhole(control);
        junk(phishing, control);
        return observations;
    }

    /** The three documented domains of which no answer was recorded stand on servers of the phishing cluster. */
    private void documentedDomains() {
        say(Relation.RESOLVES, "cnndaily.com", "198.51.100.23", LocalDate.of(2013, 5, 14));
        say(Relation.RESOLVES, "cnndaily.com", "198.51.100.41", LocalDate.of(2014, 1, 30));
        say(Relation.RESOLVES, "aunewsonline.com", "198.51.100.23", LocalDate.of(2013, 6, 2));
        say(Relation.RESOLVES, "aunewsonline.com", "-", LocalDate.of(2015, 10, 9));
        say(Relation.RESOLVES, "usnewssite.com", "198.51.100.41", LocalDate.of(2014, 3, 19));
        for (String domain : List.of("cnndaily.com", "aunewsonline.com", "usnewssite.com")) {
            say(Relation.SUBDOMAIN, domain, "www." + domain);
            say(Relation.SUBDOMAIN, domain, "mail." + domain);
            sample(DemoFamilies.PHISHING.get(0), List.of(domain), List.of("198.51.100.23"));
        }
        say(Relation.SUBDOMAIN, "cnndaily.com", "video.cnndaily.com");
        say(Relation.REFERENCE, "cnndaily.com", "https://reports.example/2013/paper-lantern.pdf");
        say(Relation.REFERENCE, "usnewssite.com", "httpsreports.example2013paper-lantern.pdf");
    }

    /** Documented samples report to servers of the campaign, so that every example leads into it. */
    private void documentedSamples(List<String> phishing, List<String> control) {
        say(Relation.CONTACTS_DOMAIN, "321c1d36c16833477ada58ccfa012c6e", control.get(3));
        say(Relation.CONTACTS_DOMAIN, "ec83d8379140396c8a18368af9d18421", control.get(3));
        say(Relation.CONTACTS_DOMAIN, "2219f3941603262dc3478c60df3b02f6", phishing.get(30));
    }

    private List<String> addresses(String block, int from, int count) {
        var addresses = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            addresses.add(block + (from + i));
        }
        return addresses;
    }

    /** Domains that move between neighbouring servers, so that servers tie domains together and loops appear. */
    private List<String> domains(int count, boolean phishing, List<String> servers, LocalDate began) {
        var domains = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            String domain = phishing ? names.phishingDomain() : names.controlDomain();
            domains.add(domain);
            int near = i * servers.size() / count;
            int moves = 1 + random.nextInt(4);
            LocalDate day = began.plusDays(random.nextInt(CAMPAIGN_DAYS));
            for (int move = 0; move < moves; move++) {
                int server = Math.floorMod(near + random.nextInt(7) - 3, servers.size());
                say(Relation.RESOLVES, domain, servers.get(server), day);
                day = day.plusDays(5 + random.nextInt(90));
            }
            hosts(domain, random.nextInt(4));
            if (random.nextInt(6) == 0) {
                say(Relation.REFERENCE, domain, "https://reports.example/" + day.getYear() + "/" + names.hash(4));
            }
        }
        return domains;
    }

    private void hosts(String domain, int count) {
        for (int i = 0; i < count; i++) {
            say(Relation.SUBDOMAIN, domain, names.hostLabel() + "." + domain);
        }
    }

    private void registrants(List<String> domains, int firstPerson, int people) {
        for (int i = 0; i < domains.size(); i++) {
            if (random.nextInt(3) > 0) {
                int person = firstPerson + 1 + i * (people - 1) / domains.size();
                say(Relation.REGISTERED, names.email(person), domains.get(i));
            }
        }
    }

    private void linkClusters(List<String> phishing, List<String> control) {
        String email = names.email(LINKING_PERSON);
        for (int i = 0; i < 4; i++) {
            say(Relation.REGISTERED, email, phishing.get(8 + 11 * i));
            say(Relation.REGISTERED, email, control.get(5 + 17 * i));
        }
    }

    private void samples(List<String> domains, List<String> servers, List<DemoFamilies.Family> families) {
        for (int i = 0; i < SAMPLES_PER_CLUSTER; i++) {
            var contacted = new ArrayList<String>();
            int count = 1 + random.nextInt(3);
            for (int c = 0; c < count; c++) {
                contacted.add(names.pick(domains));
            }
            List<String> addresses = random.nextInt(3) == 0 ? List.of(names.pick(servers)) : List.of();
            sample(names.pick(families), contacted, addresses);
        }
    }

    private void sample(DemoFamilies.Family family, List<String> domains, List<String> addresses) {
        String md5 = names.hash(MD5_BYTES);
        say(Relation.SHA1, md5, names.hash(SHA1_BYTES));
        say(Relation.SHA256, md5, names.hash(SHA256_BYTES));
        domains.forEach(domain -> say(Relation.CONTACTS_DOMAIN, md5, domain));
        addresses.forEach(address -> say(Relation.CONTACTS_ADDRESS, md5, address));
        say(Relation.SCANNED_AS, md5, "");
        for (String scan : family.scans()) {
            if (random.nextInt(4) > 0) {
                say(Relation.SCANNED_AS, md5, scan);
            }
        }
    }

    private void ipv6(List<String> domains) {
        for (int i = 0; i < domains.size(); i += 6) {
            String address = "2001:db8:" + Integer.toHexString(0x40 + i / 12) + "::" + Integer.toHexString(1 + i % 9);
            say(Relation.RESOLVES, domains.get(i), address, CONTROL_BEGAN.plusDays(400L + i));
        }
    }

    private void sharedHost(List<String> phishing) {
        for (int i = 0; i < SHARED_HOST_DOMAINS; i++) {
            boolean guest = i % 150 == 75;
            String domain = guest ? phishing.get(10 + i / 10) : names.shopDomain();
            say(Relation.RESOLVES, domain, SHARED_HOST, PHISHING_BEGAN.plusDays(random.nextInt(2500)));
        }
    }

    private void sinkhole(List<String> control) {
        for (int i = 0; i < SINKHOLE_DOMAINS; i++) {
            boolean seized = i % 80 == 40;
            String domain = seized ? control.get(i / 80 * 3 % control.size()) : names.generatedDomain();
            say(Relation.RESOLVES, domain, SINKHOLE, SINKHOLED.plusDays(random.nextInt(1200)));
        }
        say(Relation.REFERENCE, SINKHOLE, "https://sinkhole.example/about");
    }

    /** Upper case, stray carriage returns, addresses among names, blanks, unknown days, stripped references. */
    private void junk(List<String> phishing, List<String> control) {
        say(Relation.RESOLVES, phishing.get(3).toUpperCase(Locale.ROOT), "198.51.100.23", SINKHOLED);
        say(Relation.RESOLVES, phishing.get(4) + "\r", "198.51.100.23", SINKHOLED);
        say(Relation.RESOLVES, "198.51.100.23", "198.51.100.23", SINKHOLED);
        say(Relation.RESOLVES, "host-198-51-100-41.rdns.example", "198.51.100.41", SINKHOLED);
        say(Relation.RESOLVES, control.get(7), "0.0.0.0", SINKHOLED);
        say(Relation.RESOLVES, control.get(7), "-", SINKHOLED.plusDays(30));
        say(Relation.RESOLVES, control.get(9), "203.0.113.66");
        say(Relation.REGISTERED, "", control.get(12));
        say(Relation.CONTACTS_DOMAIN, "", control.get(12));
        say(Relation.SUBDOMAIN, control.get(12), control.get(12));
        say(Relation.SUBDOMAIN, control.get(12), "xn--80ak6aa92e." + control.get(12));
        say(Relation.SUBDOMAIN, control.get(12), "<b>\u00e9v\u00ecl</b>." + control.get(12));
        say(Relation.CONTACTS_DOMAIN, "d41d8cd98f00b204e9800998ecf8427e", phishing.get(5));
        say(Relation.REFERENCE, control.get(9), "");
        say(Relation.REFERENCE, control.get(14), "httpreports.example2015tidewrack");
    }

    private void say(Relation relation, String subject, String object) {
        observations.add(Observation.undated(relation, subject, object));
    }

    private void say(Relation relation, String subject, String object, LocalDate day) {
        observations.add(Observation.on(Day.of(day), relation, subject, object));
    }
}
