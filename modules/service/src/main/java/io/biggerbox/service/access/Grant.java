package io.biggerbox.service.access;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * What may be done with something.
 *
 * @param what a topic, a group or a transactional id, or all whose names begin alike
 * @param operations what may be done; to read or write includes to describe
 */
public record Grant(ResourcePattern what, Set<AclOperation> operations) {

    private static final String ANY_HOST = "*";

    public Grant {
        operations = Set.copyOf(operations);
        if (operations.isEmpty()) {
            throw new IllegalArgumentException("nothing may be done with " + what);
        }
    }

    static Stream<Grant> topics(Stream<String> names, AclOperation... operations) {
        return names.map(name -> of(ResourceType.TOPIC, name, PatternType.LITERAL, operations));
    }

    static Grant prefixed(ResourceType type, String prefix, AclOperation... operations) {
        return of(type, prefix, PatternType.PREFIXED, operations);
    }

    private static Grant of(ResourceType type, String name, PatternType pattern, AclOperation... operations) {
        return new Grant(new ResourcePattern(type, name, pattern), new TreeSet<>(Arrays.asList(operations)));
    }

    /** As the brokers keep it. */
    List<AclBinding> bindings(String principal) {
        return operations.stream()
                .sorted()
                .map(operation -> new AclBinding(
                        what, new AccessControlEntry(principal, ANY_HOST, operation, AclPermissionType.ALLOW)))
                .toList();
    }
}
