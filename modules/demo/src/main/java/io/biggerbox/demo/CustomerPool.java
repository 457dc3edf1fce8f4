package io.biggerbox.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The company's customers. */
final class CustomerPool {
    private static final int AT_SCALE_ONE = 8_000;
    /** Stories need customers who do not meet each other by chance, however small the demo. */
    private static final int AT_LEAST = 2_000;

    private static final List<String> FIRST = List.of(
            "Ada", "Amir", "Anneke", "Asha", "Bela", "Bram", "Carla", "Chidi", "Clara", "Dario", "Edda", "Elif", "Enzo",
            "Fenna", "Femi", "Gita", "Greta", "Hakan", "Hilde", "Ines", "Ivo", "Jamal", "Jolie", "Kaito", "Kira",
            "Lars", "Leona", "Lucia", "Malik", "Marta", "Milo", "Nadia", "Nils", "Odile", "Omar", "Petra", "Quinn",
            "Rosa", "Sanne", "Tariq", "Ulla", "Vera", "Wim", "Yara");
    private static final List<String> LAST = List.of(
            "Abara",
            "Albrecht",
            "Ashdown",
            "Bakker",
            "Bellamy",
            "Castell",
            "Corrigan",
            "Dunmore",
            "Eriksen",
            "Fairlie",
            "Ferrand",
            "Garrick",
            "Haldane",
            "Holloway",
            "Ishida",
            "Jansen",
            "Kestrel",
            "Kowal",
            "Lindqvist",
            "Marchetti",
            "Maskell",
            "Novak",
            "Okoro",
            "Orlando",
            "Pereira",
            "Quill",
            "Rahimi",
            "Rowntree",
            "Sandoval",
            "Szabo",
            "Tennant",
            "Thornbury",
            "Ullman",
            "Varga",
            "Whitlock",
            "Yilmaz",
            "Zeller");

    private final List<Customer> customers;

    private CustomerPool(List<Customer> customers) {
        this.customers = customers;
    }

    static CustomerPool create(Dice dice, double scale) {
        int size = Math.max(AT_LEAST, (int) (AT_SCALE_ONE * scale));
        List<Customer> customers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            customers.add(customer(i, dice));
        }
        return new CustomerPool(customers);
    }

    int size() {
        return customers.size();
    }

    /** Somebody; some people write more often than others. */
    Customer anyone(Dice dice) {
        double u = dice.uniform();
        return customers.get((int) (customers.size() * u * StrictMath.sqrt(u)));
    }

    /** A customer on the given plan. */
    Customer onTier(String tier, Dice dice) {
        while (true) {
            Customer customer = dice.pick(customers);
            if (customer.tier().equals(tier)) {
                return customer;
            }
        }
    }

    /** All customers in random order. */
    List<Customer> shuffled(Dice dice) {
        List<Customer> shuffled = new ArrayList<>(customers);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int j = dice.below(i + 1);
            Customer swapped = shuffled.get(i);
            shuffled.set(i, shuffled.get(j));
            shuffled.set(j, swapped);
        }
        return shuffled;
    }

    private static Customer customer(int number, Dice dice) {
        String first = dice.pick(FIRST);
        String last = dice.pick(LAST);
        String domain = dice.pick(List.of("example.com", "example.org", "example.net"));
        String email = (first + "." + last).toLowerCase(Locale.ROOT) + (10 + dice.below(89)) + "@" + domain;
        String phone = dice.chance(0.5)
                ? "+44 7700 900" + String.format(Locale.ROOT, "%03d", dice.below(1000))
                : "(212) 555-01" + String.format(Locale.ROOT, "%02d", dice.below(100));
        int tier = dice.weighted(0.45, 0.40, 0.15);
        Double value =
                switch (tier) {
                    case 0 -> dice.chance(0.4) ? cents(dice.lognormal(45, 0.5)) : null;
                    case 1 -> dice.chance(0.9) ? cents(dice.lognormal(240, 0.5)) : null;
                    default -> cents(dice.lognormal(980, 0.4));
                };
        String language = List.of("en", "de", "fr", "es").get(dice.weighted(0.945, 0.025, 0.016, 0.014));
        String id = "C-" + String.format(Locale.ROOT, "%05d", 10_000 + number);
        return new Customer(
                id,
                first + " " + last,
                email,
                phone,
                List.of("free", "standard", "premium").get(tier),
                value,
                language);
    }

    private static double cents(double amount) {
        return StrictMath.rint(amount * 100) / 100;
    }
}
