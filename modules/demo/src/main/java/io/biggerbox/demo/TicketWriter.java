package io.biggerbox.demo;

import io.biggerbox.events.Author;
import io.biggerbox.events.Priority;
import io.biggerbox.events.Resolution;
import io.biggerbox.events.Ticket;
import io.biggerbox.events.TicketStatus;
import io.biggerbox.events.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes tickets: opened, answered, perhaps asked again, solved; each step is a revision of the whole. */
final class TicketWriter {
    private final Voice voice;
    private final Vendor vendor;

    TicketWriter(Voice voice, Vendor vendor) {
        this.voice = voice;
        this.vendor = vendor;
    }

    List<Draft> write(Moment moment, String id, Dice dice) {
        boolean unhappy = moment.mood() == Mood.COMPLAINT || moment.mood() == Mood.GRUMBLE;
        List<Draft> drafts = new ArrayList<>();
        List<Turn> turns = new ArrayList<>();
        Ticket first = first(moment, id, turns, dice);
        drafts.add(new Draft(first, moment.at(), moment.truth()));

        long at = moment.at() + hours(unhappy ? 9 : 5, dice);
        if (dice.chance(unhappy ? 0.35 : 0.1)) {
            long noted = moment.at() + (at - moment.at()) / 2;
            turns.add(turn(Author.VENDOR, false, noted, voice.say("note", moment, dice), false));
        }
        answer(moment, at, turns, dice);
        boolean more = dice.chance(unhappy ? 0.75 : 0.5);
        Ticket latest = step(first, at, turns, more ? TicketStatus.PENDING : TicketStatus.SOLVED);
        if (!more) {
            drafts.add(new Draft(solved(latest, moment, dice), at, moment.truth()));
            return drafts;
        }
        drafts.add(new Draft(latest, at, moment.truth()));
        if (dice.chance(unhappy ? 0.6 : 0.35)) {
            at += hours(8, dice);
            String rule = unhappy ? "follow-up.unhappy" : "follow-up.content";
            turns.add(turn(Author.CUSTOMER, true, at, voice.say(rule, moment, dice), false));
            latest = step(latest, at, turns, TicketStatus.OPEN);
            drafts.add(new Draft(latest, at, moment.truth()));
            at += hours(7, dice);
            answer(moment, at, turns, dice);
        } else {
            at += hours(30, dice);
        }
        latest = solved(step(latest, at, turns, TicketStatus.SOLVED), moment, dice);
        drafts.add(new Draft(latest, at, moment.truth()));
        if (dice.chance(0.25)) {
            at += (long) (dice.between(3, 6) * Calendar26.DAY);
            drafts.add(new Draft(step(latest, at, turns, TicketStatus.CLOSED), at, moment.truth()));
        }
        return drafts;
    }

    private Ticket first(Moment moment, String id, List<Turn> turns, Dice dice) {
        Customer customer = moment.customer();
        Voice.Words words = voice.body(moment, dice);
        boolean empty = moment.mood() != Mood.COMPLAINT && dice.chance(0.01);
        String text = empty ? "" : words.text();
        if (!empty && dice.chance(0.3)) {
            // Some help desks list the opening message as the first turn, too.
            turns.add(turn(Author.CUSTOMER, true, moment.at(), text, false));
        }
        return Ticket.newBuilder()
                .setSource("helpdesk")
                .setSourceId(id)
                .setRevision(moment.at())
                .setProduct(moment.product().title())
                .setCustomerId(customer.id())
                .setCustomerTier(customer.tier())
                .setCustomerValuePerYear(customer.valuePerYear())
                .setChannel(List.of("e-mail", "chat", "web-form", "phone").get(dice.weighted(0.45, 0.3, 0.15, 0.1)))
                .setLanguage(dice.chance(0.6) ? words.language() : null)
                .setWrittenAt(Instant.ofEpochMilli(moment.at()))
                .setExperiencedAt(Times.instant(moment.experiencedAt()))
                .setUpdatedAt(Instant.ofEpochMilli(moment.at()))
                .setSubject(dice.chance(0.93) ? voice.headline(moment, words.language(), dice) : null)
                .setDescription(text)
                .setTurns(List.copyOf(turns))
                .setStatus(TicketStatus.NEW)
                .setTags(tags(moment, dice))
                .setPriority(priority(moment, dice))
                .build();
    }

    private void answer(Moment moment, long at, List<Turn> turns, Dice dice) {
        Vendor.Reply reply = vendor.reply(moment, dice);
        turns.add(turn(Author.VENDOR, true, at, reply.text(), reply.canned()));
    }

    private static Ticket step(Ticket before, long at, List<Turn> turns, TicketStatus status) {
        return Ticket.newBuilder(before)
                .setRevision(at)
                .setUpdatedAt(Instant.ofEpochMilli(at))
                .setTurns(List.copyOf(turns))
                .setStatus(status)
                .build();
    }

    private Ticket solved(Ticket ticket, Moment moment, Dice dice) {
        Resolution resolution = vendor.resolution(moment, dice);
        ticket.setResolution(resolution);
        boolean unhappy = moment.mood() == Mood.COMPLAINT || moment.mood() == Mood.GRUMBLE;
        if (dice.chance(0.35)) {
            boolean good = dice.chance(unhappy ? (resolution == Resolution.FIXED ? 0.6 : 0.15) : 0.93);
            ticket.setSatisfaction(good ? 1.0 : 0.0);
            if (dice.chance(0.25)) {
                ticket.setSatisfactionComment(voice.say(good ? "verdict.good" : "verdict.bad", moment, dice));
            }
        }
        return ticket;
    }

    private static Turn turn(Author author, boolean isPublic, long at, String text, boolean canned) {
        return new Turn(author, isPublic, Instant.ofEpochMilli(at), text, canned);
    }

    private static long hours(double median, Dice dice) {
        return (long) (dice.lognormal(median, 0.7) * Calendar26.HOUR);
    }

    /** Agents tag roughly and not always; a tag is a hint at best. */
    private static List<String> tags(Moment moment, Dice dice) {
        List<String> tags = new ArrayList<>();
        tags.add(moment.product().slug());
        if (moment.theme() != null && dice.chance(0.6)) {
            tags.add(moment.theme().substring(0, moment.theme().indexOf('.')));
        } else if (moment.mood() == Mood.NEUTRAL) {
            tags.add("how-to");
        }
        return tags;
    }

    private static @Nullable Priority priority(Moment moment, Dice dice) {
        if (moment.customer().tier().equals("premium")) {
            return Priority.HIGH;
        }
        if (moment.mood() == Mood.COMPLAINT) {
            return dice.chance(0.1) ? Priority.URGENT : Priority.NORMAL;
        }
        return dice.chance(0.3) ? Priority.LOW : null;
    }
}
