package org.etascope.reporting.summary;

import java.util.Optional;

/**
 * An expectation judged.
 *
 * @param expectation what was expected
 * @param holds whether it does; never over no run, nor while a run it is about is missing or failed
 * @param matched finished runs that it is about
 * @param counted those of them that have the expected fate
 * @param reason why it holds or not, in one sentence that speaks of counts only
 * @param counterexample the first run in plan order that speaks against it, where it does not hold
 */
public record ExpectationResult(
    Expectation expectation,
    boolean holds,
    long matched,
    long counted,
    String reason,
    Optional<SweepRun> counterexample) {}
