package io.biggerbox.cli.explain;

import io.biggerbox.backtest.Explanation;
import io.biggerbox.cli.output.SafeText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.Stroke;
import java.awt.geom.Line2D;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.axis.DateAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * Draws an explanation: the days as bars, what was expected and the mean of seven days as lines, open
 * incidents shaded, alerts and changes as marks. Times are UTC.
 */
final class ExplanationPlot {

    private static final Color BARS = new Color(0x9DB4CE);
    private static final Color MEAN = new Color(0x1F4E8C);
    private static final Color EXPECTED = new Color(0x444444);
    private static final Color INCIDENT = new Color(0xF6, 0xB0, 0x5C, 70);
    private static final Color ALERT = new Color(0xC62828);
    private static final Color NEWS = new Color(0x8A6D00);
    private static final Color CHANGE = new Color(0x2E7D32);
    private static final Color GRID = new Color(0xDDDDDD);
    private static final Stroke LINE = new BasicStroke(2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final Stroke DASHED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {6f, 4f}, 0f);
    private static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final Font LARGE = new Font(Font.SANS_SERIF, Font.BOLD, 18);
    private static final Shape SAMPLE_BOX = new Rectangle(-6, -5, 12, 10);
    private static final Shape SAMPLE_LINE = new Line2D.Double(-9, 0, 9, 0);

    /** Labels of marks that lie close together stand at different heights. */
    private static final int LEVELS = 4;

    private static final int LEVEL_HEIGHT = 15;

    /** Part of the time axis that a label may take. */
    private static final double NEAR = 0.08;

    /** Room above the highest bar, for those labels. */
    private static final double HEADROOM = 1.3;

    private static final int DAYS_OF_MEAN = 7;

    private final Explanation explanation;
    private final List<ExplainedDay> days;
    private final XYPlot plot = new XYPlot();

    private ExplanationPlot(Explanation explanation) {
        this.explanation = explanation;
        days = ExplainedDay.of(explanation.decisions());
    }

    /** The chart of all days. */
    static JFreeChart of(Explanation explanation) {
        return new ExplanationPlot(explanation).draw();
    }

    private JFreeChart draw() {
        bars();
        lines();
        incidents();
        marks();
        axes();
        plot.setFixedLegendItems(legend());
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinePaint(GRID);
        plot.setRangeGridlinePaint(GRID);
        String name = explanation.series().product() + ": " + explanation.themeName();
        JFreeChart chart = new JFreeChart(SafeText.oneLine(name), LARGE, plot, true);
        String id = explanation.series() + " · " + explanation.series().alertId() + " · " + first() + " to " + last()
                + ", UTC";
        chart.addSubtitle(0, new TextTitle(SafeText.oneLine(id), SMALL));
        chart.getLegend().setFrame(BlockBorder.NONE);
        chart.getLegend().setItemFont(SMALL);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(8, 8, 8, 16));
        return chart;
    }

    private void bars() {
        XYIntervalSeries counts = new XYIntervalSeries("customers");
        for (ExplainedDay day : days) {
            double start = millis(day.day());
            double end = millis(day.day().plusDays(1));
            counts.add((start + end) / 2, start, end, day.customers(), day.customers(), day.customers());
        }
        XYIntervalSeriesCollection data = new XYIntervalSeriesCollection();
        data.addSeries(counts);
        XYBarRenderer renderer = new XYBarRenderer(0.15);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, BARS);
        // The last data set is drawn first.
        plot.setDataset(1, data);
        plot.setRenderer(1, renderer);
    }

    private void lines() {
        XYSeries expected = new XYSeries("expected");
        XYSeries mean = new XYSeries("mean");
        Deque<ExplainedDay> window = new ArrayDeque<>();
        for (ExplainedDay day : days) {
            double noon = millis(day.day()) + Duration.ofHours(12).toMillis();
            expected.add(noon, day.expected());
            window.add(day);
            while (!window.element().day().isAfter(day.day().minusDays(DAYS_OF_MEAN))) {
                window.remove();
            }
            boolean whole = !first().isAfter(day.day().minusDays(DAYS_OF_MEAN - 1L));
            int sum = window.stream().mapToInt(ExplainedDay::customers).sum();
            mean.add(noon, whole ? (Double) ((double) sum / DAYS_OF_MEAN) : null);
        }
        XYSeriesCollection data = new XYSeriesCollection();
        data.addSeries(expected);
        data.addSeries(mean);
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setSeriesPaint(0, EXPECTED);
        renderer.setSeriesStroke(0, DASHED);
        renderer.setSeriesPaint(1, MEAN);
        renderer.setSeriesStroke(1, LINE);
        plot.setDataset(0, data);
        plot.setRenderer(0, renderer);
    }

    private void incidents() {
        for (Incident incident : Incident.of(explanation.decisions())) {
            plot.addDomainMarker(
                    0,
                    new IntervalMarker(
                            millis(incident.from()), millis(incident.to().plusDays(1)), INCIDENT, LINE, null, null, 1f),
                    Layer.BACKGROUND);
        }
    }

    private void marks() {
        double near = NEAR * (millis(last()) - millis(first()));
        double before = Double.NEGATIVE_INFINITY;
        int level = 0;
        for (PlotMarks.Mark mark : PlotMarks.of(explanation.revisions())) {
            double at = mark.at().toEpochMilli();
            level = at - before < near ? (level + 1) % LEVELS : 0;
            before = at;
            ValueMarker marker = new ValueMarker(at, colour(mark.kind()), DASHED);
            marker.setLabel(mark.label());
            marker.setLabelFont(SMALL);
            marker.setLabelPaint(colour(mark.kind()));
            marker.setLabelBackgroundColor(new Color(0, 0, 0, 0));
            marker.setLabelAnchor(RectangleAnchor.TOP_RIGHT);
            marker.setLabelTextAnchor(TextAnchor.TOP_LEFT);
            marker.setLabelOffset(new RectangleInsets(2.0 + level * LEVEL_HEIGHT, 4, 0, 4));
            plot.addDomainMarker(0, marker, Layer.FOREGROUND);
        }
    }

    private static Color colour(PlotMarks.Kind kind) {
        return switch (kind) {
            case ALERT -> ALERT;
            case NEWS -> NEWS;
            case CHANGE -> CHANGE;
        };
    }

    private void axes() {
        DateAxis time = new DateAxis(null, TimeZone.getTimeZone(ZoneOffset.UTC), Locale.ENGLISH);
        time.setTickLabelFont(SMALL);
        time.setRange(millis(first()), millis(last().plusDays(1)));
        plot.setDomainAxis(time);
        NumberAxis count = new NumberAxis("complaining customers a day");
        count.setStandardTickUnits(NumberAxis.createIntegerTickUnits());
        count.setTickLabelFont(SMALL);
        count.setLabelFont(SMALL);
        int most = days.stream().mapToInt(ExplainedDay::customers).max().orElse(0);
        count.setRange(0, Math.max(2, most) * HEADROOM);
        plot.setRangeAxis(count);
    }

    private LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        items.add(box("customers of the day", BARS));
        items.add(line("mean of seven days", MEAN, LINE));
        items.add(line("expected", EXPECTED, DASHED));
        items.add(box("incident", INCIDENT));
        items.add(line("alert", ALERT, DASHED));
        items.add(line("state of the alert", NEWS, DASHED));
        items.add(line("change takes effect", CHANGE, DASHED));
        return items;
    }

    private static LegendItem box(String label, Color colour) {
        return new LegendItem(label, null, null, null, SAMPLE_BOX, colour);
    }

    private static LegendItem line(String label, Color colour, Stroke stroke) {
        return new LegendItem(label, null, null, null, SAMPLE_LINE, stroke, colour);
    }

    private LocalDate first() {
        return days.get(0).day();
    }

    private LocalDate last() {
        return days.get(days.size() - 1).day();
    }

    private static double millis(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
    }
}
