package io.biggerbox.acceptance.faults;

import io.biggerbox.acceptance.support.ChildProcess;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What can go wrong. Each leaves the processes as they were, or on their way there. */
enum Fault {
    /** {@code kill -9} of an instance, which is started again at once. */
    KILL_INSTANCE("kill -9 of an instance") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            String name = anyOf(cluster, random);
            cluster.instance(name).kill();
            cluster.startInstance(name);
            return name;
        }
    },
    /** SIGTERM of an instance in the middle of its transactions, then a start. */
    STOP_INSTANCE("SIGTERM of an instance") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            String name = anyOf(cluster, random);
            cluster.removeInstance(name);
            cluster.startInstance(name);
            return name;
        }
    },
    /** An instance stands still until the group has given it up, and goes on as a zombie. */
    FREEZE_INSTANCE("an instance stands still for longer than its session") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            String name = anyOf(cluster, random);
            ChildProcess frozen = cluster.instance(name);
            frozen.freeze();
            frozen.runFor(11_000 + random.nextInt(5_000));
            frozen.thaw();
            return name;
        }
    },
    /** An instance more, or that one less: tasks move both ways. */
    REBALANCE("rebalance by a third instance") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            if (cluster.instances().contains(THIRD)) {
                cluster.removeInstance(THIRD);
                return "without " + THIRD;
            }
            cluster.startInstance(THIRD);
            return "with " + THIRD;
        }
    },
    /** {@code kill -9} of a broker, which is started again at once. */
    KILL_BROKER("kill -9 of the broker") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            int number = random.nextInt(cluster.brokers());
            cluster.broker(number).kill();
            cluster.startBroker(number);
            return broker(cluster, number);
        }
    },
    /** The broker is stopped in order and started again. */
    RESTART_BROKER("restart of the broker") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            int number = random.nextInt(cluster.brokers());
            cluster.broker(number).stop();
            cluster.startBroker(number);
            return broker(cluster, number);
        }
    },
    /** Broker and an instance at the same moment. */
    KILL_BROKER_AND_INSTANCE("kill -9 of the broker and an instance") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            String name = anyOf(cluster, random);
            int number = random.nextInt(cluster.brokers());
            cluster.broker(number).kill();
            cluster.instance(name).kill();
            cluster.startBroker(number);
            cluster.startInstance(name);
            return name + broker(cluster, number);
        }
    },
    /** The registry is gone while an instance is started, which needs it. */
    REGISTRY_DOWN("registry down while an instance is killed and started") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            String name = anyOf(cluster, random);
            cluster.registry().stop();
            cluster.instance(name).kill();
            cluster.startInstance(name);
            cluster.instance(name).runFor(3_000 + random.nextInt(5_000));
            cluster.startRegistry();
            return name;
        }
    },
    /** The registry accepts and does not answer while an instance is started. */
    REGISTRY_SLOW("registry silent while an instance is killed and started") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            String name = anyOf(cluster, random);
            cluster.registry().freeze();
            cluster.instance(name).kill();
            cluster.startInstance(name);
            cluster.instance(name).runFor(3_000 + random.nextInt(9_000));
            cluster.registry().thaw();
            return name;
        }
    },
    /** Records on every input that nobody can process. */
    POISON("poison pills on every input") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            pills.send();
            return "";
        }
    },
    /** No byte is free on the volume of an instance that has to take over the tasks, and the stores, of another. */
    DISK_FULL("disk full under an instance that takes over tasks") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            SmallDisk disk = Objects.requireNonNull(cluster.disk());
            disk.fill();
            cluster.removeInstance("a");
            cluster.instance("b").runFor(4_000 + random.nextInt(6_000));
            disk.free();
            cluster.startInstance("a");
            return "b";
        }

        @Override
        @Nullable
        String impossible(Cluster cluster) {
            return cluster.disk() == null ? "this machine lets us mount no small volume" : null;
        }
    },
    /** Instances that disagree about the time: one goes on with a clock that is up to twenty minutes wrong. */
    CLOCK_SKEW("clock skew between instances") {
        @Override
        String inject(Cluster cluster, Pills pills, Random random) throws Exception {
            String name = anyOf(cluster, random);
            Duration ahead = Duration.ofSeconds((random.nextBoolean() ? 1 : -1) * (60L + random.nextInt(1_140)));
            cluster.removeInstance(name);
            cluster.startInstance(name, ahead);
            return name + " " + ahead.toSeconds() + " s";
        }

        @Override
        @Nullable
        String impossible(Cluster cluster) {
            return cluster.clock() == null ? "libfaketime is not installed" : null;
        }
    };

    /** The order of a short run: what is likeliest to go wrong first. */
    static final List<Fault> CYCLE = List.of(
            KILL_INSTANCE,
            POISON,
            KILL_BROKER,
            REBALANCE,
            STOP_INSTANCE,
            REGISTRY_DOWN,
            DISK_FULL,
            KILL_BROKER_AND_INSTANCE,
            REBALANCE,
            FREEZE_INSTANCE,
            RESTART_BROKER,
            KILL_INSTANCE,
            POISON,
            CLOCK_SKEW,
            REGISTRY_SLOW);

    private static final String THIRD = "c";

    private final String description;

    Fault(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    /**
     * Does it.
     *
     * @return to whom
     */
    abstract String inject(Cluster cluster, Pills pills, Random random) throws Exception;

    /** Why it cannot be done here; null when it can. */
    @Nullable
    String impossible(Cluster cluster) {
        return null;
    }

    private static String broker(Cluster cluster, int number) {
        return cluster.brokers() == 1 ? "" : " " + (number + 1) + " of " + cluster.brokers();
    }

    private static String anyOf(Cluster cluster, Random random) {
        List<String> names = cluster.instances();
        return names.get(random.nextInt(names.size()));
    }
}
