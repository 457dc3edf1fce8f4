package io.biggerbox.text.discovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What discovery keeps, as bytes: a version byte, then the fields in a fixed order. */
final class DiscoveryCodec {

    static final int VERSION = 1;

    private DiscoveryCodec() {}

    /** Writes to a stream. */
    interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /** Reads from a stream. */
    interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    static byte[] write(Writing content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            content.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory can be written to", e);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] bytes, Reading<T> content) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION) {
                throw new DiscoveryFormatException("state of discovery has version " + version, null);
            }
            return content.from(in);
        } catch (IOException e) {
            throw new DiscoveryFormatException("state of discovery is cut short", e);
        }
    }

    static byte[] member(Member member) {
        return write(out -> {
            out.writeUTF(member.feedbackId());
            out.writeInt(member.start());
            out.writeUTF(member.text());
            out.writeLong(member.customer());
            out.writeUTF(member.product());
            out.writeLong(member.at());
            place(out, member.source());
        });
    }

    static Member member(byte[] bytes) {
        return read(
                bytes,
                in -> new Member(
                        in.readUTF(),
                        in.readInt(),
                        in.readUTF(),
                        in.readLong(),
                        in.readUTF(),
                        in.readLong(),
                        place(in)));
    }

    private static void place(DataOutputStream out, PainReport.SourcePlace place) throws IOException {
        out.writeUTF(place.topic());
        out.writeInt(place.partition());
        out.writeLong(place.offset());
    }

    private static PainReport.SourcePlace place(DataInputStream in) throws IOException {
        return new PainReport.SourcePlace(in.readUTF(), in.readInt(), in.readLong());
    }

    static byte[] cluster(MicroCluster cluster) {
        return write(out -> {
            out.writeUTF(cluster.id);
            out.writeInt(cluster.sum.length);
            out.writeLong(cluster.at);
            for (float number : cluster.sum) {
                out.writeFloat(number);
            }
            out.writeDouble(cluster.weight);
            out.writeDouble(cluster.squares);
            out.writeLong(cluster.sentences);
            out.writeLong(cluster.customers);
            out.writeLong(cluster.firstSeen);
            out.writeLong(cluster.lastSeen);
            out.writeInt(cluster.phrases.size());
            PhraseCounts phrases = cluster.phrases;
            List<String> names = new ArrayList<>();
            phrases.forEach((phrase, count) -> names.add(phrase));
            for (String phrase : names) {
                out.writeUTF(phrase);
                out.writeInt(phrases.of(phrase));
            }
            out.writeInt(cluster.products.size());
            for (var product : cluster.products.entrySet()) {
                out.writeUTF(product.getKey());
                out.writeLong(product.getValue());
            }
            out.writeInt(cluster.weeks.size());
            for (var week : cluster.weeks.entrySet()) {
                out.writeInt(week.getKey());
                out.writeLong(week.getValue());
            }
            out.writeInt(cluster.quotes.size());
            for (CandidateQuote quote : cluster.quotes) {
                out.writeUTF(quote.text());
                out.writeUTF(quote.feedbackId());
                out.writeLong(quote.customer());
                out.writeUTF(quote.product());
                out.writeLong(quote.at());
                place(out, quote.source());
            }
            out.writeUTF(cluster.status.name());
            out.writeUTF(cluster.theme == null ? "" : cluster.theme);
            out.writeLong(cluster.revision);
            out.writeInt(cluster.published);
        });
    }

    static MicroCluster cluster(byte[] bytes) {
        return read(bytes, in -> {
            String id = in.readUTF();
            int dimensions = in.readInt();
            MicroCluster cluster = new MicroCluster(id, dimensions, in.readLong());
            for (int i = 0; i < dimensions; i++) {
                cluster.sum[i] = in.readFloat();
            }
            cluster.weight = in.readDouble();
            cluster.squares = in.readDouble();
            cluster.sentences = in.readLong();
            cluster.customers = in.readLong();
            cluster.firstSeen = in.readLong();
            cluster.lastSeen = in.readLong();
            for (int i = in.readInt(); i > 0; i--) {
                cluster.phrases.add(in.readUTF(), in.readInt());
            }
            for (int i = in.readInt(); i > 0; i--) {
                cluster.products.put(in.readUTF(), in.readLong());
            }
            for (int i = in.readInt(); i > 0; i--) {
                cluster.weeks.put(in.readInt(), in.readLong());
            }
            for (int i = in.readInt(); i > 0; i--) {
                cluster.quotes.add(new CandidateQuote(
                        in.readUTF(), in.readUTF(), in.readLong(), in.readUTF(), in.readLong(), place(in)));
            }
            cluster.status = CandidateStatus.valueOf(in.readUTF());
            String theme = in.readUTF();
            cluster.theme = theme.isEmpty() ? null : theme;
            cluster.revision = in.readLong();
            cluster.published = in.readInt();
            return cluster;
        });
    }
}
