package io.biggerbox.devstack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A stack in a JVM of its own, which can be killed. */
final class StackProcess implements AutoCloseable {
    private final Process process;
    private final String bootstrapServers;
    private final String registryUrl;

    private StackProcess(Process process, String bootstrapServers, String registryUrl) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
    }

    /** What the child runs: starts, says where, and ends with its input. */
    public static void main(String[] args) throws IOException {
        try (DevStack stack = DevStack.start(DevStackSettings.onFreePorts(Path.of(args[0])))) {
            System.out.println("READY " + stack.bootstrapServers() + " " + stack.registryUrl());
            while (System.in.read() >= 0) {}
        }
    }

    static StackProcess start(Path directory) throws IOException {
        Process process = java(StackProcess.class, directory.toString());
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] words = line.split(" ", -1);
            if (words[0].equals("READY")) {
                return new StackProcess(process, words[1], words[2]);
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the stack in the child process did not start");
    }

    /** A JVM on the class path of this one. */
    static Process java(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    String registryUrl() {
        return registryUrl;
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the child process outlives its kill");
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
