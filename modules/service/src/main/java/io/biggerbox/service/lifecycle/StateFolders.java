package io.biggerbox.service.lifecycle;

import io.biggerbox.topologies.Application;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of the applications' stores on this machine. */
final class StateFolders {

    private StateFolders() {}

    /** Those that exist below {@code state}. */
    static List<Path> of(Path state, Collection<Application> applications) {
        return applications.stream()
                .map(application -> state.resolve(application.id()))
                .filter(Files::isDirectory)
                .sorted()
                .toList();
    }

    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
