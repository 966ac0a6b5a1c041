package tendril.picture.scene;

import java.util.Arrays;
import tendril.picture.scene.Scene.LinkColumns;

/**
 * What follows from which links there are: parallel links bundled, and each node's degree. Immutable once made. A
 * bundle is all links between two nodes, whichever way they point; its {@code a} is where its first link starts.
 */
public final class Topology {
    /** Some link of the bundle points from a to b. */
    public static final int FORTH = 1;
    /** Some link of the bundle points from b to a. */
    public static final int BACK = 2;
    /** The links are to be drawn side by side. */
    public static final int FANNED = 4;

    public final int bundles;
    public final int[] a;
    public final int[] b;
    public final int[] count;
    public final byte[] ways;
    public final byte[] style;
    /** The newest day of any link in the bundle. */
    final int[] day;
    /** The bundle's first link slot; {@link #next} leads to the others, -1 ends. */
    public final int[] first;

    public final int[] next;
    /** By link slot. */
    public final int[] bundleOf;
    /** By node slot: how many different neighbours. */
    public final int[] degree;
    /** Oldest and newest day of any bundle that has one. */
    private int oldestDay = Integer.MAX_VALUE;

    private int newestDay = Scene.NO_DAY;

    private Topology(int nodeSlots, LinkColumns links) {
        int n = links.size();
        a = new int[n];
        b = new int[n];
        count = new int[n];
        ways = new byte[n];
        style = new byte[n];
        day = new int[n];
        first = new int[n];
        next = new int[n];
        bundleOf = new int[n];
        degree = new int[nodeSlots];
        bundles = bundle(links);
        for (int i = 0; i < bundles; i++) {
            degree[a[i]]++;
            degree[b[i]] += a[i] == b[i] ? 0 : 1;
            if (day[i] != Scene.NO_DAY) {
                oldestDay = Math.min(oldestDay, day[i]);
                newestDay = Math.max(newestDay, day[i]);
            }
        }
    }

    static Topology of(int nodeSlots, LinkColumns links) {
        return new Topology(nodeSlots, links);
    }

    /** 1 for the newest day there is, the floor for the oldest, between them in proportion; half-way without a day. */
    public double freshness(int bundle, double floor) {
        if (day[bundle] == Scene.NO_DAY) {
            return (1 + floor) / 2;
        }
        double span = Math.max(1.0, (double) newestDay - oldestDay);
        return 1 - (1 - floor) * (newestDay - day[bundle]) / span;
    }

    private int bundle(LinkColumns links) {
        int buckets = Integer.highestOneBit(Math.max(8, links.size() * 2)) * 2;
        int[] table = new int[buckets];
        Arrays.fill(table, -1);
        Arrays.fill(next, -1);
        int[] last = new int[links.size()];
        int made = 0;
        for (int link = 0; link < links.size(); link++) {
            int from = links.from()[link];
            int to = links.to()[link];
            if (from < 0) {
                bundleOf[link] = -1;
                continue;
            }
            int at = bucketOf(from, to, table);
            if (table[at] < 0) {
                table[at] = made;
                a[made] = from;
                b[made] = to;
                first[made] = link;
                day[made] = Scene.NO_DAY;
                made++;
            } else {
                next[last[table[at]]] = link;
            }
            join(table[at], link, links);
            last[table[at]] = link;
        }
        return made;
    }

    private int bucketOf(int from, int to, int[] table) {
        int low = Math.min(from, to);
        int high = Math.max(from, to);
        long mixed = (low * 0x9E3779B97F4A7C15L) ^ (high * 0xC2B2AE3D27D4EB4FL);
        int mask = table.length - 1;
        int at = (int) (mixed >>> 29) & mask;
        while (table[at] >= 0 && !joins(table[at], low, high)) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private boolean joins(int bundle, int low, int high) {
        return Math.min(a[bundle], b[bundle]) == low && Math.max(a[bundle], b[bundle]) == high;
    }

    private void join(int bundle, int link, LinkColumns links) {
        bundleOf[link] = bundle;
        count[bundle]++;
        ways[bundle] |= (byte) (links.from()[link] == a[bundle] ? FORTH : BACK);
        ways[bundle] |= (byte) (links.fanned()[link] != 0 ? FANNED : 0);
        style[bundle] = (byte) Math.max(style[bundle], links.style()[link]);
        day[bundle] = Math.max(day[bundle], links.day()[link]);
    }
}
