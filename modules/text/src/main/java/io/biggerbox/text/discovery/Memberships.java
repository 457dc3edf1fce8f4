package io.biggerbox.text.discovery;

import java.util.TreeMap;

/**
 * Where the sentences of a feedback are counted, so that they can be taken back.
 *
 * @param revision of the feedback
 * @param at when it was said, epoch milliseconds
 * @param places by where the sentence begins; changes
 */
record Memberships(long revision, long at, TreeMap<Integer, Place> places) {

    /**
     * Where one sentence is counted.
     *
     * @param words hash of its text
     * @param cluster the cluster that it joined; empty while it waits
     * @param customer whom it is counted for
     * @param product what it is counted of
     * @param at when it is counted
     */
    record Place(int words, String cluster, long customer, String product, long at) {}

    void put(Member member, String cluster) {
        places.put(
                member.start(),
                new Place(member.text().hashCode(), cluster, member.customer(), member.product(), member.at()));
    }

    /**
     * Passes a sentence on to the next revision when it is the same there; false when it is not.
     *
     * @param member the sentence as the next revision has it
     * @param next the next revision's
     */
    boolean passOn(Member member, Memberships next) {
        Place place = places.get(member.start());
        if (place == null
                || place.words() != member.text().hashCode()
                || place.customer() != member.customer()
                || place.at() != member.at()
                || !place.product().equals(member.product())) {
            return false;
        }
        places.remove(member.start());
        next.places.put(member.start(), place);
        return true;
    }

    byte[] write() {
        return DiscoveryCodec.write(out -> {
            out.writeLong(revision);
            out.writeLong(at);
            out.writeInt(places.size());
            for (var entry : places.entrySet()) {
                Place place = entry.getValue();
                out.writeInt(entry.getKey());
                out.writeInt(place.words());
                out.writeUTF(place.cluster());
                out.writeLong(place.customer());
                out.writeUTF(place.product());
                out.writeLong(place.at());
            }
        });
    }

    static Memberships read(byte[] bytes) {
        return DiscoveryCodec.read(bytes, in -> {
            long revision = in.readLong();
            long at = in.readLong();
            TreeMap<Integer, Place> places = new TreeMap<>();
            for (int i = in.readInt(); i > 0; i--) {
                places.put(
                        in.readInt(),
                        new Place(in.readInt(), in.readUTF(), in.readLong(), in.readUTF(), in.readLong()));
            }
            return new Memberships(revision, at, places);
        });
    }
}
