package io.biggerbox.recurrence;

/** A part of a stored form that nobody has looked into yet: mostly it is just stored again. */
final class Bytes {

    static final Bytes NONE = new Bytes(new byte[0], 0, 0);

    private final byte[] array;
    private final int from;
    private final int length;

    /** @param array holds it; never written to */
    Bytes(byte[] array, int from, int length) {
        this.array = array;
        this.from = from;
        this.length = length;
    }

    int length() {
        return length;
    }

    boolean isEmpty() {
        return length == 0;
    }

    void copyTo(byte[] target, int at) {
        System.arraycopy(array, from, target, at, length);
    }

    /** @param what names it in errors */
    ByteSource open(String what) {
        return new ByteSource(array, from, from + length, what);
    }
}
