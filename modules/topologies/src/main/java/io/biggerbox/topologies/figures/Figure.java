package io.biggerbox.topologies.figures;

import io.biggerbox.topologies.Application;

/** A figure that every task of an application keeps. Names are those of Kafka's metrics, without prefix. */
public enum Figure {
    REPEATED_RECORDS(
            Application.CLASSIFY, "repeated-records-total", "Deliveries of a revision that was counted before"),
    ERASED_RECORDS(
            Application.CLASSIFY, "erased-records-total", "Records of erased customers, from before the erasure"),
    LATE_ROW_CHANGES(Application.MEASURE, "late-row-changes-total", "Changes of rows that were final already"),
    LATE_COMPLAINTS(
            Application.DETECT, "late-complaints-total", "Complaints that came too late to be more than counted"),
    SILENT_PRODUCTS(
            Application.DETECT, "silent-products", "Products from which much longer nothing has come than usual"),
    SHARED_CUSTOMER_IDS(
            Application.DETECT,
            "shared-customer-ids",
            "Customer ids with so many complaints that many people seem to share them"),
    PAIN_SENTENCES(Application.DISCOVER, "pain-sentences-total", "Painful sentences"),
    UNLABELLED_PAIN_SENTENCES(
            Application.DISCOVER, "unlabelled-pain-sentences-total", "Painful sentences that no theme claims");

    private static final String COUNT = "-total";

    private final Application application;
    private final String metric;
    private final String description;

    Figure(Application application, String metric, String description) {
        this.application = application;
        this.metric = metric;
        this.description = description;
    }

    /** Name of the metric. */
    public String metric() {
        return metric;
    }

    /** Group of the metric: {@code biggerbox-classify-metrics}, … */
    public String group() {
        return application.id() + "-metrics";
    }

    /** What it says, for those who look at all metrics. */
    public String description() {
        return description;
    }

    /** True when it only rises, from 0 at the start of the task; else it is what is so now. */
    public boolean isCount() {
        return metric.endsWith(COUNT);
    }
}
