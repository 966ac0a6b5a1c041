package tendril.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** CPU seconds of this whole process, compiler and collector included, since the budget was opened. */
final class Budget {
    private static final double NANOS = 1e9;

    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final long start = system.getProcessCpuTime();
    private final double secondsMax;

    Budget(double secondsMax) {
        this.secondsMax = secondsMax;
    }

    double secondsUsed() {
        return (system.getProcessCpuTime() - start) / NANOS;
    }

    boolean isSpent() {
        return secondsUsed() >= secondsMax;
    }
}
