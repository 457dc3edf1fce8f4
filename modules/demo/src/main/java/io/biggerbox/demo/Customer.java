package io.biggerbox.demo;

import org.jspecify.annotations.Nullable;

/**
 * One fictional customer.
 *
 * @param id stable id
 * @param name first and last name
 * @param email made-up address in a domain that is reserved for examples
 * @param phone made-up number from a range that is reserved for fiction
 * @param tier plan
 * @param valuePerYear what they pay in a year, or null where it is not known
 * @param language language that they prefer to write in
 */
record Customer(
        String id,
        String name,
        String email,
        String phone,
        String tier,
        @Nullable Double valuePerYear,
        String language) {}
