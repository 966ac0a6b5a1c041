package tendril.corpus;

import java.time.Instant;

/**
 * One vote as it was cast. A voter has one standing vote on a value, the latest; earlier ones stay as history.
 * Immutable.
 *
 * @param value   what was voted on: a domain, an address, an email address
 * @param voter   who voted, as the server can tell voters apart
 * @param verdict what they said
 * @param at      when the vote arrived
 */
public record Vote(String value, String voter, Verdict verdict, Instant at) {}
