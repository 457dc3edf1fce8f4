package io.biggerbox.training;

/** Says how far the slow part has come. */
final class Progress {

    private Progress() {}

    static void embedded(int texts) {
        System.out.println("embedded " + texts + " texts");
    }
}
