package io.biggerbox.events.wire;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to reach the schema registry and how long to insist.
 *
 * @param urls base addresses, tried in this order when one does not answer; at least one, {@code http}, {@code https} or, for
 *     tests, a single {@code mock://scope}, which names a registry inside this JVM
 * @param connectTimeout longest wait for a connection, per request and address; above zero
 * @param readTimeout longest silence of a registry that has accepted a request; above zero
 * @param retryBudget for how long a failed request is repeated in all before it becomes a
 *     {@link RegistryUnavailableException}; zero tries once. A last request that has begun within it is waited for
 * @param autoRegister whether writers may register their schema; if not, it must be there already
 * @param clientConfig further settings of the Confluent client as strings: {@code basic.auth.*}, {@code bearer.auth.*},
 *     {@code schema.registry.ssl.*}, {@code proxy.*}; they win over ours
 */
public record WireSettings(
        List<String> urls,
        Duration connectTimeout,
        Duration readTimeout,
        Duration retryBudget,
        boolean autoRegister,
        Map<String, String> clientConfig) {

    public WireSettings {
        urls = List.copyOf(urls);
        clientConfig = Map.copyOf(clientConfig);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("the schema registry needs at least one url");
        }
        urls.forEach(url -> checkUrl(url));
        if (urls.size() > 1 && urls.stream().anyMatch(url -> url.startsWith(MOCK))) {
            throw new IllegalArgumentException("a mock:// registry stands alone, not beside other urls");
        }
        requirePositive("connectTimeout", connectTimeout);
        requirePositive("readTimeout", readTimeout);
        if (retryBudget.isNegative()) {
            throw new IllegalArgumentException("retryBudget must not be negative: " + retryBudget);
        }
    }

    private static final String MOCK = "mock://";

    /**
     * The defaults: 5 s to connect, 5 s to answer, 30 s of retries, registering on, no credentials.
     *
     * @param urls one base address or several, separated by commas
     * @throws IllegalArgumentException if one is not a usable address
     */
    public static WireSettings of(String urls) {
        List<String> list = Arrays.stream(urls.split(",", -1))
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .toList();
        Duration five = Duration.ofSeconds(5);
        return new WireSettings(list, five, five, Duration.ofSeconds(30), true, Map.of());
    }

    /** These settings with other time-outs; both above zero. */
    public WireSettings withTimeouts(Duration connect, Duration read) {
        return new WireSettings(urls, connect, read, retryBudget, autoRegister, clientConfig);
    }

    /** These settings with another retry budget; zero tries once. */
    public WireSettings withRetryBudget(Duration budget) {
        return new WireSettings(urls, connectTimeout, readTimeout, budget, autoRegister, clientConfig);
    }

    /** These settings with registering by writers switched on or off. */
    public WireSettings withAutoRegister(boolean register) {
        return new WireSettings(urls, connectTimeout, readTimeout, retryBudget, register, clientConfig);
    }

    /** These settings with other further settings of the Confluent client. */
    public WireSettings withClientConfig(Map<String, String> config) {
        return new WireSettings(urls, connectTimeout, readTimeout, retryBudget, autoRegister, config);
    }

    /** Whether this names a registry inside this JVM. */
    boolean isMock() {
        return urls.get(0).startsWith(MOCK);
    }

    /** The name behind {@code mock://}. */
    String mockScope() {
        return urls.get(0).substring(MOCK.length());
    }

    /** The addresses without credentials, for messages. */
    public String describeUrls() {
        return String.join(
                ", ", urls.stream().map(WireSettings::withoutUserInfo).toList());
    }

    /** Leaves out secrets: passwords in addresses, values of {@link #clientConfig}. */
    @Override
    public String toString() {
        return "WireSettings[urls=" + describeUrls() + ", connectTimeout=" + connectTimeout + ", readTimeout="
                + readTimeout
                + ", retryBudget=" + retryBudget + ", autoRegister=" + autoRegister + ", clientConfig="
                + new TreeMap<>(clientConfig).keySet() + "]";
    }

    private static void checkUrl(String url) {
        boolean mock = url.startsWith(MOCK) && url.length() > MOCK.length();
        if (mock) {
            return;
        }
        String shown = withoutUserInfo(url);
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException e) {
            // The cause would repeat the address with its password.
            throw new IllegalArgumentException("not a schema registry url: " + shown);
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null) {
            throw new IllegalArgumentException("not a schema registry url (http://host:port or https://...): " + shown);
        }
    }

    private static String withoutUserInfo(String url) {
        return url.replaceFirst("//[^/@]*@", "//");
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException(name + " must be above zero and at most an hour: " + duration);
        }
    }
}
