package tendril.provider;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a body up to a cap and hangs up at the first byte beyond it, so that no server can fill the memory.
 * Confined to the thread that delivers the body.
 */
final class CappedBody implements BodySubscriber<CappedBody.Taken> {
    /**
     * What was taken in.
     *
     * @param bytes the body, cut at the cap
     * @param whole whether that is all of it
     */
    record Taken(byte[] bytes, boolean whole) {}

    private final int cap;
    private final AtomicLong received;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<Taken> taken = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    /**
     * @param cap      the most bytes to take; 0 takes none and hangs up at once
     * @param received counts the bytes as they come, for whoever has to say where an answer broke off
     */
    CappedBody(int cap, AtomicLong received) {
        this.cap = cap;
        this.received = received;
    }

    @Override
    public CompletionStage<Taken> getBody() {
        return taken;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        this.subscription = subscription;
        if (cap == 0) {
            hangUp();
        } else {
            subscription.request(Long.MAX_VALUE);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            received.addAndGet(buffer.remaining());
            byte[] chunk = new byte[Math.min(buffer.remaining(), cap - bytes.size())];
            boolean fits = chunk.length == buffer.remaining();
            buffer.get(chunk);
            bytes.writeBytes(chunk);
            if (!fits) {
                hangUp();
                return;
            }
        }
    }

    @Override
    public void onError(Throwable trouble) {
        taken.completeExceptionally(trouble);
    }

    @Override
    public void onComplete() {
        taken.complete(new Taken(bytes.toByteArray(), true));
    }

    private void hangUp() {
        taken.complete(new Taken(bytes.toByteArray(), false));
        if (subscription != null) {
            subscription.cancel();
        }
    }
}
