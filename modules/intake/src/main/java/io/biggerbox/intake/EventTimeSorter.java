package io.biggerbox.intake;

import io.biggerbox.intake.SpillFile.Cursor;
import io.biggerbox.intake.SpillFile.Run;
import io.biggerbox.intake.SpillFile.Timed;
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
 * <p>Memory: the bound, and for each time it was reached 64 KiB and one event. Not thread-safe.
 */
final class EventTimeSorter implements Closeable {

    /** The part of the heap that may be filled with events. */
    private static final int PART_OF_HEAP = 4;

    /** What an event takes in memory beside its texts: objects, headers, references. */
    private static final int OVERHEAD = 2 << 10;

    private static final Comparator<Timed> BY_TIME = Comparator.comparingLong(Timed::time);

    private final Path folder;
    private final long memory;
    private final List<Timed> held = new ArrayList<>();
    private final List<Run> runs = new ArrayList<>();
    private @Nullable SpillFile file;
    private long heldBytes;

    /** Sorts in a quarter of the heap and the temporary folder of the system. */
    EventTimeSorter() {
        this(Path.of(System.getProperty("java.io.tmpdir")), Runtime.getRuntime().maxMemory() / PART_OF_HEAP);
    }

    /**
     * @param folder for the temporary file, if one is needed
     * @param memory about how many bytes of heap the events may take
     */
    EventTimeSorter(Path folder, long memory) {
        this.folder = folder;
        this.memory = memory;
    }

    /**
     * Takes an event.
     *
     * @param characters about how much text it holds
     * @throws ImportException if it does not fit into memory and the temporary file cannot be written
     */
    void add(SpecificRecord event, int characters) {
        heldBytes += OVERHEAD + (long) Character.BYTES * characters;
        held.add(new Timed(EventTimes.eventTime(event).toEpochMilli(), event));
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
            held.forEach(timed -> sink.accept(timed.event()));
            return;
        }
        try {
            merge(file, sink);
        } catch (IOException e) {
            throw failed("read", e);
        }
    }

    /** The next event of a run, and which run it is. */
    private record Head(Timed timed, int run) {}

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
                new PriorityQueue<>(Comparator.comparing(Head::timed, BY_TIME).thenComparingInt(Head::run));
        for (int run = 0; run < sources.size(); run++) {
            push(heads, sources, run);
        }
        while (!heads.isEmpty()) {
            Head first = heads.remove();
            push(heads, sources, first.run());
            sink.accept(first.timed().event());
        }
    }

    /** Gives the events of a run, then null. */
    @FunctionalInterface
    private interface Source {
        @Nullable
        Timed next() throws IOException;
    }

    private static void push(PriorityQueue<Head> heads, List<Source> sources, int run) throws IOException {
        Timed timed = sources.get(run).next();
        if (timed != null) {
            heads.add(new Head(timed, run));
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
