package io.biggerbox.recurrence;

/**
 * What a week of one series should bring, learned in one pass: level, trend and season of the year, with constant
 * state (at most {@value #LARGEST_STATE} bytes) and a constant number of operations a week.
 *
 * <p><b>Model.</b> A week's count is negative binomial with mean μ and variance φμ, and
 *
 * <pre>
 *   log μ = level + γ₁ cos ω + γ₂ sin ω + γ₃ cos 2ω + γ₄ sin 2ω,     ω = 2π week / weeksPerYear
 *   level ← level + trend / 52                                       from week to week
 * </pre>
 *
 * <p>This is the regression of the improved Farrington algorithm (Noufaily et al. 2013), learned as a dynamic
 * generalised linear model (West, Harrison and Migon 1985): the six coefficients have a normal prior around "no
 * trend, no season"; a week moves them by one rank-one step and is then forgotten, instead of a fit over years of
 * history for each decision. The prior shrinks what the data do not support, so a series without a season is given none.
 * Weeks lose weight by a factor of {@value #KEEP} each (a memory of about ten years), but never more than back to the prior.
 *
 * <p><b>Past outbreaks.</b> A week more than {@value #LOUD} standard deviations above its forecast counts with weight
 * ({@value #LOUD}/z)², as Noufaily et al. re-weight by residuals. Not in the first year, and not when more than
 * 30 % of the weeks of late were loud: then it is the model that is wrong, and it must follow.
 * And no week at all moves a coefficient by more than {@value #LARGEST_SURPRISE} of its standard deviations (bounded influence, Masreliez
 * and Martin 1977), or one count of a billion would throw the season out for good.
 *
 * <p><b>Dispersion.</b> φ is a discounted mean of squared Pearson residuals (a memory of about five years), each
 * cut at 9φ, that starts at {@value #PRIOR_DISPERSION} with the weight of 20 weeks; at least 1.
 *
 * <p><b>Decision.</b> The count of the last two weeks against their forecasts: the {@linkplain
 * NegativeBinomial#midTail mid-p value} of a negative binomial whose variance holds also the uncertainty v of
 * log μ, φμ + vμ². An outbreak mostly lasts longer than a week, so two weeks show more of it than one; both forecasts
 * were made before their week was seen. From one week only (the one before was missing) it decides all the same.
 *
 * <p>Everything is computed with {@link StrictMath}, and the serialised form holds every bit: a restart between two
 * weeks changes nothing. Not safe for use by several threads.
 */
public final class SeasonalRegression {

    /** Weeks of a calendar year. */
    public static final double CALENDAR_YEAR = 365.25 / 7;

    /** Largest count of a week that is accepted. */
    public static final long LARGEST_COUNT = 1_000_000_000;

    /** Bytes of the largest serialised form. */
    public static final int LARGEST_STATE = 300;

    private static final int VERSION = 1;
    private static final int SIZE = 6;

    /** Variances of level, trend a year and the harmonics before any data. */
    private static final double[] PRIOR = {4, 0.01, 0.25, 0.25, 0.12, 0.12};

    static final double PRIOR_DISPERSION = 1.3;
    private static final double PRIOR_WEEKS = 20;
    private static final double DISPERSION_STEP = 0.004;
    static final double KEEP = 0.998;
    static final double LOUD = 2.58;
    private static final double LOUD_TOO_OFTEN = 0.3;
    private static final int YEAR = 52;

    /** A trend is not carried on for longer than this over weeks without data. */
    private static final int LONGEST_GAP = 2 * YEAR;

    /** On the log scale: no week moves the forecast by more than a factor of two. */
    private static final double LONGEST_STEP = 0.7;

    /** In standard deviations of what was believed: no week moves any coefficient by more. */
    static final double LARGEST_SURPRISE = 3;

    /** No season is stronger than this, on the log scale. */
    private static final double MOST_SEASON = 10;

    private static final double LEAST_LOG = -7;
    private static final double MOST_LOG = 21;

    /** Rounding must not make a variance vanish. */
    private static final double LEAST_SPREAD = 1e-12;

    private final double weeksPerYear;

    /** Level, trend a year, and the four harmonics, on the log scale. */
    private final double[] mean;

    /** Their covariance. */
    private final double[][] covariance;

    private double dispersion;

    /** Part of the last twenty or so weeks that were loud. */
    private double loud;

    private int weeks;
    private int last;
    private long lastCount;
    private double lastExpected;

    /**
     * A series of which nothing is known.
     *
     * @param weeksPerYear length of the season, {@link #CALENDAR_YEAR} for weeks of the calendar; at least 8
     */
    public SeasonalRegression(double weeksPerYear) {
        if (!(weeksPerYear >= 8 && weeksPerYear <= 1000)) {
            throw new IllegalArgumentException("weeksPerYear must lie in 8..1000, but is " + weeksPerYear);
        }
        this.weeksPerYear = weeksPerYear;
        mean = new double[SIZE];
        covariance = new double[SIZE][SIZE];
        for (int i = 0; i < SIZE; i++) {
            covariance[i][i] = PRIOR[i];
        }
        dispersion = PRIOR_DISPERSION;
    }

    /**
     * Forecasts a week, judges its count by the forecast, and learns from it.
     *
     * @param week number of the week, higher than the last one; weeks left out are weeks without data
     * @param count cases of the week, 0 to {@link #LARGEST_COUNT}
     * @return how the count compares with what was expected before it was seen
     */
    public WeekVerdict observe(int week, long count) {
        if (count < 0 || count > LARGEST_COUNT) {
            throw new IllegalArgumentException("count must lie in 0.." + LARGEST_COUNT + ", but is " + count);
        }
        if (weeks > 0 && week <= last) {
            throw new IllegalArgumentException("week " + week + " does not follow week " + last);
        }
        boolean adjacent = weeks > 0 && week == last + 1;
        if (weeks == 0) {
            mean[0] = StrictMath.log(count + 0.5);
        } else {
            moveOn((int) Math.min((long) week - last, LONGEST_GAP));
        }
        double[] row = regressors(week);
        double[] gain = new double[SIZE];
        double log = 0;
        double spread = 0;
        for (int i = 0; i < SIZE; i++) {
            log += row[i] * mean[i];
            for (int j = 0; j < SIZE; j++) {
                gain[i] += covariance[i][j] * row[j];
            }
            spread += row[i] * gain[i];
        }
        spread = Math.max(LEAST_SPREAD, spread);
        double expected = StrictMath.exp(Math.max(LEAST_LOG, Math.min(MOST_LOG, log)));
        long seen = count + (adjacent ? lastCount : 0);
        double forecast = expected + (adjacent ? lastExpected : 0);
        double tail = NegativeBinomial.midTail((double) seen, forecast, widened(forecast, spread));
        learn(count, expected, spread, gain);
        weeks++;
        last = week;
        lastCount = count;
        lastExpected = expected;
        return new WeekVerdict(week, seen, forecast, tail);
    }

    /** Weeks observed so far. */
    public int weeks() {
        return weeks;
    }

    /**
     * The season alone: what a week is expected to bring relative to the mean week of the year. 1 without a season;
     * it means little before a year was observed.
     *
     * @param week number of the week
     * @return above 0; the mean over a year is 1
     */
    public double seasonFactor(int week) {
        double year = 0;
        for (int i = 0; i < YEAR; i++) {
            year += season(week + i * weeksPerYear / YEAR);
        }
        return season(week) * YEAR / year;
    }

    private double season(double week) {
        double[] row = regressors(week);
        double log = 0;
        for (int i = 2; i < SIZE; i++) {
            log += row[i] * mean[i];
        }
        return StrictMath.exp(Math.max(-MOST_SEASON, Math.min(MOST_SEASON, log)));
    }

    private double[] regressors(double week) {
        double turn = 2 * Math.PI * (week % weeksPerYear) / weeksPerYear;
        return new double[] {
            1, 0, StrictMath.cos(turn), StrictMath.sin(turn), StrictMath.cos(2 * turn), StrictMath.sin(2 * turn)
        };
    }

    /** Variance over mean of a forecast: that of the counts, and the uncertainty of the forecast itself. */
    private double widened(double expected, double spread) {
        return dispersion + expected * Math.min(spread, 1);
    }

    /** Adds the trend to the level, for the coefficients and their covariance alike, and forgets a little. */
    private void moveOn(int steps) {
        double years = (double) steps / YEAR;
        mean[0] += years * mean[1];
        for (int j = 0; j < SIZE; j++) {
            covariance[0][j] += years * covariance[1][j];
        }
        for (int i = 0; i < SIZE; i++) {
            covariance[i][0] += years * covariance[i][1];
        }
        if (weeks > YEAR) {
            double grow = StrictMath.pow(KEEP, -steps);
            for (double[] line : covariance) {
                for (int j = 0; j < SIZE; j++) {
                    line[j] *= grow;
                }
            }
        }
        for (int i = 0; i < SIZE; i++) {
            if (covariance[i][i] > PRIOR[i]) {
                double shrink = StrictMath.sqrt(PRIOR[i] / covariance[i][i]);
                for (int j = 0; j < SIZE; j++) {
                    covariance[i][j] *= shrink;
                    covariance[j][i] *= shrink;
                }
            }
        }
    }

    private void learn(long count, double expected, double spread, double[] gain) {
        double error = count - expected;
        double z = error / StrictMath.sqrt(Math.max(0.5, expected * widened(expected, spread)));
        loud += 0.05 * ((z > LOUD ? 1 : 0) - loud);
        double weight = z <= LOUD || weeks < YEAR || loud > LOUD_TOO_OFTEN ? 1 : (LOUD / z) * (LOUD / z);
        double information = weight * expected / dispersion;
        double scale = 1 + information * spread;
        double step = weight * error / dispersion / scale;
        // The first bounds the forecast, the second what no forecast shows: coefficients that this week says little
        // about.
        double longest = Math.min(LONGEST_STEP / spread, LARGEST_SURPRISE / StrictMath.sqrt(spread));
        step = Math.max(-longest, Math.min(longest, step));
        for (int i = 0; i < SIZE; i++) {
            mean[i] += gain[i] * step;
            for (int j = 0; j <= i; j++) {
                // Set in pairs: rounding must not make it lopsided.
                covariance[i][j] -= information / scale * gain[i] * gain[j];
                covariance[j][i] = covariance[i][j];
            }
        }
        double squared = Math.min(error * error / Math.max(expected, 0.1), 9 * dispersion);
        double share = Math.max(DISPERSION_STEP, 1 / (weeks + 1 + PRIOR_WEEKS));
        dispersion = Math.max(1, dispersion + share * (squared - dispersion));
    }

    /** The serialised form. */
    public byte[] encode() {
        ByteSink sink = new ByteSink(VERSION);
        sink.real(weeksPerYear);
        sink.number(weeks);
        sink.number(last);
        sink.number(lastCount);
        sink.real(lastExpected);
        sink.real(dispersion);
        sink.real(loud);
        for (int i = 0; i < SIZE; i++) {
            sink.real(mean[i]);
            for (int j = 0; j <= i; j++) {
                sink.real(covariance[i][j]);
            }
        }
        return sink.done();
    }

    /**
     * Reads the serialised form.
     *
     * @param bytes what {@link #encode()} gave
     * @throws StateFormatException if they are damaged or of another version
     */
    public static SeasonalRegression decode(byte[] bytes) {
        ByteSource source = new ByteSource(bytes, VERSION, "seasonal regression");
        double weeksPerYear = source.real();
        SeasonalRegression read;
        try {
            read = new SeasonalRegression(weeksPerYear);
        } catch (IllegalArgumentException e) {
            throw new StateFormatException("seasonal regression holds a year of " + weeksPerYear + " weeks");
        }
        read.weeks = source.integer();
        read.last = source.integer();
        read.lastCount = source.number();
        read.lastExpected = source.real();
        read.dispersion = source.real();
        read.loud = source.real();
        for (int i = 0; i < SIZE; i++) {
            read.mean[i] = source.real();
            for (int j = 0; j <= i; j++) {
                read.covariance[i][j] = source.real();
                read.covariance[j][i] = read.covariance[i][j];
            }
        }
        return read;
    }
}
