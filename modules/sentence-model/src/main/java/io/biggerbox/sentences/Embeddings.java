package io.biggerbox.sentences;

import ai.onnxruntime.OrtException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * Embeddings of many texts, kept in a file so that they are computed once. Numbers are rounded to 1/32767 before anything
 * sees them: fresh or from the file, they are the same.
 */
public final class Embeddings {
    private static final float SCALE = Short.MAX_VALUE;
    private static final int CHUNK = 2000;

    /** Bytes of a text in the file: its key and its numbers. */
    private static final long ROW = Long.BYTES + (long) SentenceModel.SIZE * Short.BYTES;

    private final Map<Long, short[]> byText = new HashMap<>();

    private final Encoder encoder;

    private Embeddings(Encoder encoder) {
        this.encoder = encoder;
    }

    /**
     * Embeds all of {@code texts} that the file does not hold yet.
     *
     * @param encoder what embeds them
     * @param file where they are kept; need not exist
     * @param threads how many texts are embedded at the same time
     * @param progress told after every {@value #CHUNK} texts how many of the missing ones are done
     */
    public static Embeddings of(Encoder encoder, List<String> texts, Path file, int threads, IntConsumer progress)
            throws IOException, OrtException, InterruptedException {
        Embeddings embeddings = new Embeddings(encoder);
        if (Files.exists(file)) {
            embeddings.read(file);
        }
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> !embeddings.holds(text))
                .toList();
        if (!missing.isEmpty()) {
            embeddings.compute(missing, file, threads, progress);
        }
        return embeddings;
    }

    private void read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            byte[] row = new byte[SentenceModel.SIZE * Short.BYTES];
            while (true) {
                long key = in.readLong();
                in.readFully(row);
                short[] values = new short[SentenceModel.SIZE];
                ByteBuffer.wrap(row).asShortBuffer().get(values);
                byText.put(key, values);
            }
        } catch (EOFException end) {
            // a run that was cut off leaves half a row: what is missing is computed again
            return;
        }
    }

    private void compute(List<String> texts, Path file, int threads, IntConsumer progress)
            throws IOException, OrtException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        if (Files.exists(file)) {
            truncate(file, Files.size(file) / ROW * ROW);
        }
        try (SentenceModel model = SentenceModel.load(encoder);
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (int from = 0; from < texts.size(); from += CHUNK) {
                List<String> chunk = texts.subList(from, Math.min(texts.size(), from + CHUNK));
                List<Future<short[]>> futures = new ArrayList<>(chunk.size());
                for (String text : chunk) {
                    futures.add(pool.submit(() -> rounded(model.embed(text))));
                }
                for (int i = 0; i < chunk.size(); i++) {
                    short[] values = futures.get(i).get();
                    byText.put(key(chunk.get(i)), values);
                    out.writeLong(key(chunk.get(i)));
                    for (short value : values) {
                        out.writeShort(value);
                    }
                }
                progress.accept(from + chunk.size());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sentence model failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private static void truncate(Path file, long bytes) throws IOException {
        try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /** Whether a text was given before. */
    public boolean holds(String text) {
        return byText.containsKey(key(text));
    }

    /** The embedding of one of the texts given before; its squares add up to about 1. */
    public float[] of(String text) {
        short[] values = byText.get(key(text));
        if (values == null) {
            throw new IllegalArgumentException("never embedded: " + text);
        }
        float[] out = new float[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = values[i] / SCALE;
        }
        return out;
    }

    private static short[] rounded(float[] values) {
        short[] out = new short[values.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) Math.round(values[i] * SCALE);
        }
        return out;
    }

    private static long key(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
