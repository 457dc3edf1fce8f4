package io.biggerbox.intake;

import io.biggerbox.intake.SpillFile.Cursor;
import io.biggerbox.intake.SpillFile.Entry;
import io.biggerbox.intake.SpillFile.Run;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts events into the order of event time; equal times keep the order in which they came. An external merge
 * sort (Knuth, The Art of Computer Programming 3, 5.4): what does not fit into memory goes to a temporary file
 * as sorted runs, which are merged in one pass. Sorting what is in order already costs one comparison an event.
 *
 * <p>Memory: the bound, and 64 KiB for each time it was reached. Not thread-safe.
 */
final class EventTimeSorter implements Closeable {

    /** Bytes of events that are held in memory: some 50,000 of a usual size. */
    static final long MEMORY = 64L << 20;

    /** What an event costs in memory beside its bytes: the entry, the header of the array, places in lists. */
    private static final int OVERHEAD = 64;

    private static final Comparator<Entry> BY_TIME = Comparator.comparingLong(Entry::time);

    private final Path folder;
    private final long memory;
    private final EventCodec codec = new EventCodec();
    private final List<Entry> held = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private @Nullable SpillFile file;
    private long heldBytes;

    /** Sorts with the usual memory and the temporary folder of the system. */
    EventTimeSorter() {
        this(Path.of(System.getProperty("java.io.tmpdir")), MEMORY);
    }

    /**
     * @param folder for the temporary file, if one is needed
     * @param memory how many bytes of events are held at most
     */
    EventTimeSorter(Path folder, long memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /**
     * Takes an event.
     *
     * @throws ImportException if it does not fit into memory and the temporary file cannot be written
     */
    void add(SpecificRecord event) {
        byte[] bytes = codec.encode(event);
        heldBytes += bytes.length + OVERHEAD;
        held.add(new Entry(EventTimes.eventTime(event).toEpochMilli(), bytes));
        if (heldBytes > memory) {
            try {
                spill();
            } catch (IOException e) {
                throw failed("written", e);
            }
        }
    }

    private void spill() throws IOException {
        SpillFile target = file == null ? new SpillFile(folder) : file;
        file = target;
        held.sort(BY_TIME);
        runs.add(target.append(held));
        held.clear();
        heldBytes = 0;
    }

    /**
     * Passes all events on in their order. To be called once.
     *
     * @throws ImportException if the temporary file cannot be read
     */
    void drainTo(EventSink sink) {
        held.sort(BY_TIME);
        if (file == null) {
            held.forEach(entry -> sink.accept(codec.decode(entry.event())));
            return;
        }
        try {
            merge(file, sink);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** The next entry of a run, and which run it is. */
    private record Head(Entry entry, int run) {}

    private void merge(SpillFile from, EventSink sink) throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Run run : runs) {
            Cursor cursor = from.read(run);
            sources.add(cursor::next);
        }
        // What is still in memory came last.
        var rest = held.iterator();
        sources.add(() -> rest.hasNext() ? rest.next() : null);

        PriorityQueue<Head> heads =
                new PriorityQueue<>(Comparator.comparing(Head::entry, BY_TIME).thenComparingInt(Head::run));
        for (int run = 0; run < sources.size(); run++) {
            push(heads, sources, run);
        }
        while (!heads.isEmpty()) {
            Head first = heads.remove();
            push(heads, sources, first.run());
            sink.accept(codec.decode(first.entry().event()));
        }
    }

    /** Gives the entries of a run, then null. */
    @FunctionalInterface
    private interface Source {
        @Nullable
        Entry next() throws IOException;
    }

    private static void push(PriorityQueue<Head> heads, List<Source> sources, int run) throws IOException {
        Entry entry = sources.get(run).next();
        if (entry != null) {
            heads.add(new Head(entry, run));
        }
    }

    private ImportException failed(String what, IOException e) {
        return new ImportException(
                "a temporary file in " + folder + " cannot be " + what + ": " + e.getMessage(),
                "The rows are put into the order of their times there, which takes about as much space as the file has."
                        + " Make room, or name another folder with BIGGERBOX_JAVA_OPTS=-Djava.io.tmpdir=FOLDER.",
                e);
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw failed("removed", e);
            }
        }
    }
}
