package io.biggerbox.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Larkspur Home, a fictional shop for the house, and what its customers say in half a year. */
public final class DemoCompany {
    /** What the company is called. */
    public static final String NAME = "Larkspur Home";

    /** How many weeks are generated. */
    public static final int WEEKS = Calendar26.WEEKS;

    private DemoCompany() {}

    /**
     * Generates the half-year.
     *
     * <p>The scale changes how much ordinary feedback and how many customers there are; the complaints, those of the
     * stories and all others, keep their numbers, so that the stories stay the same.
     *
     * @param seed what chance starts from; the same arguments give the same bytes everywhere
     * @param start first day, in UTC
     * @param scale 1 for about 60,000 events; above 0
     * @return the deliveries, sorted by arrival
     */
    public static List<DemoEvent> generate(long seed, LocalDate start, double scale) {
        if (!(scale > 0) || scale > 100) {
            throw new IllegalArgumentException("the scale is " + scale + ", not above 0 and at most 100");
        }
        Dice dice = new Dice(seed).fork("larkspur");
        Calendar26 calendar = new Calendar26(start);
        CustomerPool pool = CustomerPool.create(dice.fork("customers"), scale);
        List<Moment> moments = new ArrayList<>(new StoryTeller(calendar, pool, dice.fork("stories")).tell());
        moments.addAll(new Everyday(calendar, pool, dice.fork("everyday"), scale).happen());
        moments.removeIf(moment -> moment.at() >= calendar.end());
        // The sort is stable and the order before it is fixed, so that equal times keep one order.
        moments.sort(Comparator.comparingLong(Moment::at));
        return write(moments, calendar, dice);
    }

    private static List<DemoEvent> write(List<Moment> moments, Calendar26 calendar, Dice dice) {
        Voice voice = new Voice(Phrasebook.load());
        Vendor vendor = new Vendor(voice);
        ReviewWriter reviews = new ReviewWriter(voice, vendor);
        TicketWriter tickets = new TicketWriter(voice, vendor);
        SurveyWriter surveys = new SurveyWriter(voice);
        Courier courier = new Courier(calendar.end());
        List<DemoEvent> events = new ArrayList<>(moments.size() * 3 / 2);
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            Dice own = dice.fork(i);
            String number = String.format(Locale.ROOT, "%06d", i + 1);
            List<Draft> drafts =
                    switch (moment.kind()) {
                        case REVIEW -> reviews.write(moment, "R-" + number, own);
                        case TICKET -> tickets.write(moment, "T-" + number, own);
                        case SURVEY -> surveys.write(moment, "S-" + number, own);
                    };
            courier.deliver(drafts, own, events);
        }
        events.sort(Comparator.comparing(DemoEvent::arrival));
        return List.copyOf(events);
    }
}
