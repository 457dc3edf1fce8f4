package io.biggerbox.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The name of an instance, kept beside its stores: whoever is started on them is the same instance. Do not copy the
 * folder to another machine while this one runs; two of one name shut each other out.
 */
final class InstanceName {

    private static final Logger LOG = LoggerFactory.getLogger(InstanceName.class);
    private static final String FILE = "instance-name";

    private InstanceName() {}

    /**
     * The name that the folder holds; a new one when it holds none.
     *
     * @param folder of an application's stores, made if missing
     * @throws UncheckedIOException if it cannot be read or written
     */
    static UUID of(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return UUID.fromString(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return create(file);
        } catch (IllegalArgumentException e) {
            LOG.warn("{} holds no name of an instance: a new one is made", file);
            return create(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static UUID create(Path file) {
        UUID name = UUID.randomUUID();
        Path half = file.resolveSibling(FILE + ".new");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(half, name + "\n");
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        return name;
    }
}
