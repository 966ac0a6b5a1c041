package tendril.casefile.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Finds table rows in the pages of an SQLite file without trusting how the pages hang together, so that one broken page
 * costs only the rows on it. Whether a row is genuine is for the caller to judge. Format: sqlite.org/fileformat.html, 1.5,
 * 1.6, 2 and 4.
 */
public final class PageScan implements AutoCloseable {
    /** A row larger than this is none of ours. */
    private static final int PAYLOAD_BYTES_MAX = 512 * 1024 * 1024;

    private static final int PAGE_BYTES = CaseSchema.PAGE_BYTES;
    private static final int LEAF_OF_TABLE = 0x0d;
    private static final int FIRST_PAGE_HEADER_BYTES = 100;
    private static final int WAL_HEADER_BYTES = 32;
    private static final int FRAME_HEADER_BYTES = 24;
    private static final int LOCAL_MAX = PAGE_BYTES - 35;
    private static final int LOCAL_MIN = (PAGE_BYTES - 12) * 32 / 255 - 23;
    private static final int OVERFLOW_BYTES = PAGE_BYTES - 4;

    private final FileChannel file;
    private final Map<Long, ByteBuffer> walPages = new HashMap<>();

    private PageScan(FileChannel file) {
        this.file = file;
    }

    /** Opens a file to be looked through; its write-ahead log too, if it has one. */
    public static PageScan of(Path path) throws IOException {
        PageScan scan = new PageScan(FileChannel.open(path, StandardOpenOption.READ));
        try {
            Path wal = path.resolveSibling(path.getFileName() + "-wal");
            if (Files.isRegularFile(wal)) {
                scan.readWal(wal);
            }
            return scan;
        } catch (IOException failed) {
            scan.close();
            throw failed;
        }
    }

    /** Gives every row that can be read, in no order, some of them twice. */
    public void forEachRow(Consumer<RawRow> each) throws IOException {
        long pages = (file.size() + PAGE_BYTES - 1) / PAGE_BYTES;
        for (long number = 1; number <= pages; number++) {
            scan(stored(number), number == 1 ? FIRST_PAGE_HEADER_BYTES : 0, each);
        }
        for (Map.Entry<Long, ByteBuffer> page : walPages.entrySet()) {
            scan(page.getValue(), page.getKey() == 1 ? FIRST_PAGE_HEADER_BYTES : 0, each);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void readWal(Path wal) throws IOException {
        try (FileChannel log = FileChannel.open(wal, StandardOpenOption.READ)) {
            long at = WAL_HEADER_BYTES;
            while (at + FRAME_HEADER_BYTES + PAGE_BYTES <= log.size()) {
                ByteBuffer number = ByteBuffer.allocate(Integer.BYTES);
                log.read(number, at);
                walPages.put(number.flip().getInt() & 0xffffffffL, read(log, at + FRAME_HEADER_BYTES));
                at += FRAME_HEADER_BYTES + PAGE_BYTES;
            }
        }
    }

    private void scan(ByteBuffer page, int start, Consumer<RawRow> each) throws IOException {
        if (page.get(start) != LEAF_OF_TABLE) {
            return;
        }
        int pointers = start + 8;
        int cells = Math.min(page.getShort(start + 3) & 0xffff, (PAGE_BYTES - pointers) / 2);
        for (int i = 0; i < cells; i++) {
            int at = page.getShort(pointers + 2 * i) & 0xffff;
            if (at >= pointers && at < PAGE_BYTES) {
                cell(page, at, each);
            }
        }
    }

    private void cell(ByteBuffer page, int at, Consumer<RawRow> each) throws IOException {
        ByteBuffer cell = page.duplicate().position(at);
        long size = RawRow.varint(cell);
        long rowid = RawRow.varint(cell);
        if (size < 2 || size > PAYLOAD_BYTES_MAX) {
            return;
        }
        int local = local((int) size);
        if (local > cell.remaining()) {
            return;
        }
        ByteBuffer payload = gather(cell, (int) size, local);
        if (!payload.hasRemaining()) {
            RawRow.parse(rowid, payload.flip()).ifPresent(each);
        }
    }

    /** What of the payload stands in the cell itself. */
    private static int local(int size) {
        if (size <= LOCAL_MAX) {
            return size;
        }
        int least = LOCAL_MIN + (size - LOCAL_MIN) % OVERFLOW_BYTES;
        return least <= LOCAL_MAX ? least : LOCAL_MIN;
    }

    /** The payload with what stands on overflow pages; has room left if the chain breaks. */
    private ByteBuffer gather(ByteBuffer cell, int size, int local) throws IOException {
        if (size - local > file.size() + (long) walPages.size() * PAGE_BYTES) {
            return ByteBuffer.allocate(1);
        }
        ByteBuffer payload = ByteBuffer.allocate(size);
        payload.put(cell.slice(cell.position(), local));
        cell.position(cell.position() + local);
        long next = payload.hasRemaining() && cell.remaining() >= Integer.BYTES ? cell.getInt() & 0xffffffffL : 0;
        while (payload.hasRemaining() && next != 0) {
            ByteBuffer overflow = page(next);
            next = overflow.getInt(0) & 0xffffffffL;
            payload.put(overflow.slice(Integer.BYTES, Math.min(payload.remaining(), OVERFLOW_BYTES)));
        }
        return payload;
    }

    private ByteBuffer page(long number) throws IOException {
        ByteBuffer logged = walPages.get(number);
        return logged == null ? stored(number) : logged;
    }

    private ByteBuffer stored(long number) throws IOException {
        return read(file, (number - 1) * PAGE_BYTES);
    }

    /** A whole page; what lies behind the end of the file reads as zeros. */
    private static ByteBuffer read(FileChannel from, long at) throws IOException {
        ByteBuffer page = ByteBuffer.allocate(PAGE_BYTES);
        while (page.hasRemaining() && from.read(page, at + page.position()) > 0) {
            continue;
        }
        return page.clear();
    }
}
