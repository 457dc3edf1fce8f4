package io.biggerbox.acceptance.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** What the state stores of stopped applications hold, read from RocksDB itself. */
public final class Stores {

    private Stores() {}

    /**
     * Names of the stores with a word in the bytes of a key or value.
     *
     * @param state the folder of all stores; nothing has them open
     */
    public static Set<String> holding(Path state, String word) {
        try (Stream<Path> files = Files.walk(state)) {
            Set<String> found = new TreeSet<>();
            for (Path file : files.filter(path -> path.endsWith("CURRENT")).toList()) {
                Path store = file.resolveSibling("");
                if (holds(store, word)) {
                    found.add(String.valueOf(store.getFileName()));
                }
            }
            return found;
        } catch (IOException | RocksDBException e) {
            throw new IllegalStateException("the stores in " + state + " cannot be read", e);
        }
    }

    private static boolean holds(Path store, String word) throws RocksDBException {
        List<ColumnFamilyDescriptor> families = new ArrayList<>();
        try (Options options = new Options()) {
            RocksDB.listColumnFamilies(options, store.toString())
                    .forEach(name -> families.add(new ColumnFamilyDescriptor(name)));
        }
        List<ColumnFamilyHandle> handles = new ArrayList<>();
        try (DBOptions options = new DBOptions();
                RocksDB db = RocksDB.openReadOnly(options, store.toString(), families, handles)) {
            boolean found = false;
            for (ColumnFamilyHandle family : handles) {
                found = found || holds(db, family, word);
                family.close();
            }
            return found;
        }
    }

    private static boolean holds(RocksDB db, ColumnFamilyHandle family, String word) throws RocksDBException {
        try (RocksIterator all = db.newIterator(family)) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                if (text(all.key()).contains(word) || text(all.value()).contains(word)) {
                    return true;
                }
            }
            all.status();
            return false;
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
