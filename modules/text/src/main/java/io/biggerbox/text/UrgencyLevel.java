package io.biggerbox.text;

/** How soon a customer needs an answer. */
public enum UrgencyLevel {
    /** Says that there is no hurry. */
    LOW,
    /** Says nothing about it. */
    NORMAL,
    /** Work is blocked, a deadline is near, somebody is in danger, money is being lost, or nobody has answered. */
    HIGH
}
