package io.biggerbox.training.student;

/**
 * How the network learns.
 *
 * @param epochs how often every text is shown
 * @param batch texts per step
 * @param rate size of the first steps
 * @param gramRate the same for word sequences
 * @param dropped share of what the network sees that is hidden from it at random
 * @param judged what a person's judgement counts for, beside the teacher's 1
 * @param hinted what guessing the teacher's numbers counts, beside its answer's 1
 */
public record Plan(int epochs, int batch, float rate, float gramRate, float dropped, double judged, float hinted) {
    /** What the shipped model was made with. First guesses that worked; few others were tried. */
    public static final Plan STANDARD = new Plan(8, 64, 2e-3f, 0.05f, 0.2f, 0.5, 1f);
}
