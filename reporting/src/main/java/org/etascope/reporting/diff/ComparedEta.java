package org.etascope.reporting.diff;

import java.util.Optional;
import org.etascope.reporting.summary.EtaSummary;
import org.etascope.reporting.summary.StepsToLevel;

/**
 * One eta among the others of its sweep.
 *
 * @param summary what came of its runs
 * @param steps how soon they reach {@link EtaComparison#level()}, if there is one and a run was
 *     trained
 * @param changes of verdicts against the next smaller eta, if there is one and a run was trained at
 *     both
 * @param losses against the same, between the final losses
 */
public record ComparedEta(
    EtaSummary summary,
    Optional<StepsToLevel> steps,
    Optional<VerdictChanges> changes,
    Optional<LossChanges> losses) {}
