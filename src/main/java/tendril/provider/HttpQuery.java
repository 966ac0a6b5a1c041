package tendril.provider;

import java.net.URI;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One GET as it goes over the wire. Not for people or files: its headers may hold a secret. Immutable.
 *
 * @param uri      an http or https address
 * @param headers  what is sent beside the usual headers; never sent to another origin
 * @param statuses the HTTP statuses whose body the provider reads
 */
public record HttpQuery(URI uri, SortedMap<String, String> headers, Set<Integer> statuses) {
    private static final int OK = 200;

    public HttpQuery {
        headers = Collections.unmodifiableSortedMap(new TreeMap<>(headers));
        statuses = Set.copyOf(statuses);
    }

    /** A GET without headers of its own, of which only a 200 is read. */
    public static HttpQuery get(URI uri) {
        return new HttpQuery(uri, Collections.emptySortedMap(), Set.of(OK));
    }

    HttpQuery to(URI other) {
        return new HttpQuery(other, headers, statuses);
    }

    /** Leaves the headers out, so that no log gets to see a secret. */
    @Override
    public String toString() {
        return "GET " + uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
