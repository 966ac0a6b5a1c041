package tendril.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Graphviz' sfdp as a program of its own; reading the graph and writing the places are part of its seconds. */
record SfdpPeer(int nodesMax) implements LayoutPeer {
    private static final double NANOS = 1e9;

    @Override
    public String name() {
        return "Graphviz sfdp";
    }

    @Override
    public boolean isPresent() {
        try {
            return new ProcessBuilder("sfdp", "-V").redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void arrange(LayoutCase graph, long seed, Trail trail) {
        try {
            Path in = Files.createTempFile("sfdp", ".gv");
            Path out = Files.createTempFile("sfdp", ".txt");
            Files.writeString(in, dot(graph, seed));
            Process process = new ProcessBuilder("sfdp", "-Tplain", "-o", out.toString(), in.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            long start = System.nanoTime();
            double cpu = cpuWhileRunning(process);
            trail.end((System.nanoTime() - start) / NANOS, cpu, places(graph.size(), out));
            Files.delete(in);
            Files.delete(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String dot(LayoutCase graph, long seed) {
        StringBuilder text = new StringBuilder("graph g { graph [overlap=true splines=none start=" + seed + "];"
                + " node [shape=point label=\"\"];\n");
        for (int node = 0; node < graph.size(); node++) {
            text.append(node).append(";\n");
        }
        for (int link = 0; link < graph.from().length; link++) {
            text.append(graph.from()[link]).append("--").append(graph.to()[link]).append(";\n");
        }
        return text.append("}\n").toString();
    }

    /** The CPU seconds of a process, asked until it ends. */
    private static double cpuWhileRunning(Process process) throws InterruptedException {
        double seconds = 0;
        do {
            seconds = process.info().totalCpuDuration().map(d -> d.toNanos() / NANOS).orElse(seconds);
        } while (!process.waitFor(20, TimeUnit.MILLISECONDS));
        return seconds;
    }

    private static double[][] places(int size, Path out) throws IOException {
        double[][] places = new double[2][size];
        try (var lines = Files.lines(out)) {
            lines.filter(line -> line.startsWith("node ")).forEach(line -> {
                String[] words = line.split(" ");
                int node = Integer.parseInt(words[1]);
                places[0][node] = Double.parseDouble(words[2]);
                places[1][node] = Double.parseDouble(words[3]);
            });
        }
        return places;
    }
}
