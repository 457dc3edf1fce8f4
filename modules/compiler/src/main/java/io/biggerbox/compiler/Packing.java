package io.biggerbox.compiler;

import io.biggerbox.text.learned.ThemeModel;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Packs a student into the bytes of a {@link ThemeModel}: weights become bytes, and the weakest are left out. */
final class Packing {
    private static final int LARGEST_BYTE = 127;
    private static final int ONE_BYTE = 256;
    private static final int MOST_PER_FEATURE = 255;
    private static final float SMALL = 1e-9f;

    /** Bytes that all word sequences may take: the model shall fit a record with room to spare. */
    private static final int ROOM = 520_000;

    private static final int FEATURE_BYTES = Integer.BYTES + 1;

    private Packing() {}

    /** A weight of one word sequence for one class. */
    private record Weight(int hash, int label, float value) {}

    static ThemeModel pack(Student student, String meaning, List<String> labels, float[] thresholds) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(ThemeModel.MAGIC);
            out.writeUTF(meaning);
            out.writeShort(labels.size());
            for (int c = 0; c < labels.size(); c++) {
                out.writeUTF(labels.get(c));
                out.writeFloat(thresholds[c]);
            }
            for (int c = 0; c < labels.size(); c++) {
                out.writeFloat(student.bias(c));
            }
            out.writeFloat(student.sharpness());
            meanings(student, out);
            sequences(student, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes everything", e);
        }
        return ThemeModel.read(bytes.toByteArray());
    }

    private static void meanings(Student student, DataOutputStream out) throws IOException {
        out.writeShort(student.width());
        float[] scales = new float[student.classes()];
        for (int c = 0; c < scales.length; c++) {
            float largest = SMALL;
            for (int d = 0; d < student.width(); d++) {
                largest = Math.max(largest, Math.abs(student.dense(d, c)));
            }
            scales[c] = largest / LARGEST_BYTE;
            out.writeFloat(scales[c]);
        }
        for (int c = 0; c < scales.length; c++) {
            for (int d = 0; d < student.width(); d++) {
                out.writeByte(Math.round(student.dense(d, c) / scales[c]));
            }
        }
    }

    private static void sequences(Student student, DataOutputStream out) throws IOException {
        List<Weight> strongest = strongest(student);
        float largest = SMALL;
        Map<Integer, List<Weight>> byHash = new TreeMap<>();
        for (Weight weight : strongest) {
            largest = Math.max(largest, Math.abs(weight.value()));
            byHash.computeIfAbsent(weight.hash(), hash -> new ArrayList<>()).add(weight);
        }
        float scale = largest / LARGEST_BYTE;
        byHash.values().forEach(weights -> {
            weights.sort(Comparator.comparingDouble(weight -> -Math.abs(weight.value())));
            while (weights.size() > MOST_PER_FEATURE) {
                weights.remove(weights.size() - 1);
            }
            weights.sort(Comparator.comparingInt(Weight::label));
        });
        out.writeFloat(scale);
        out.writeInt(byHash.size());
        for (int hash : byHash.keySet()) {
            out.writeInt(hash);
        }
        for (List<Weight> weights : byHash.values()) {
            out.writeByte(weights.size());
        }
        for (List<Weight> weights : byHash.values()) {
            for (Weight weight : weights) {
                if (student.classes() <= ONE_BYTE) {
                    out.writeByte(weight.label());
                } else {
                    out.writeShort(weight.label());
                }
                out.writeByte(Math.round(weight.value() / scale));
            }
        }
    }

    /** As many of the largest weights as there is room for. */
    private static List<Weight> strongest(Student student) {
        List<Weight> all = new ArrayList<>();
        float largest = SMALL;
        for (int place : student.places().values()) {
            for (int c = 0; c < student.classes(); c++) {
                largest = Math.max(largest, Math.abs(student.gram(place, c)));
            }
        }
        float least = largest / LARGEST_BYTE / 2;
        student.places().forEach((hash, place) -> {
            for (int c = 0; c < student.classes(); c++) {
                float value = student.gram(place, c);
                if (Math.abs(value) > least) {
                    all.add(new Weight(hash, c, value));
                }
            }
        });
        all.sort(Comparator.comparingDouble((Weight weight) -> -Math.abs(weight.value()))
                .thenComparingInt(Weight::hash)
                .thenComparingInt(Weight::label));
        int pair = student.classes() <= ONE_BYTE ? 2 : 3;
        int room = ROOM;
        int count = 0;
        Set<Integer> met = new HashSet<>();
        while (count < all.size() && room >= pair + FEATURE_BYTES) {
            room -= pair + (met.add(all.get(count).hash()) ? FEATURE_BYTES : 0);
            count++;
        }
        return all.subList(0, count);
    }
}
