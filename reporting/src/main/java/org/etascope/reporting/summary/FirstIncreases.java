package org.etascope.reporting.summary;

import org.etascope.core.diagnosis.LossIncrease;

/**
 * Where and how much the loss rose in those runs of a group whose loss rose at all, whatever became
 * of them.
 *
 * @param runs how many runs those are, from 1
 * @param byCurvature how many of them rose by curvature at some step
 * @param byKink how many of them rose by a kink at some step
 * @param earliest the first increase of the run that rose earliest; of several, the largest
 * @param medianStep median over those runs of the step of the first increase
 * @param largestRelative the largest relative increase at any step of any of them: 0.844 for a rise
 *     by 84.4 %
 */
public record FirstIncreases(
    long runs,
    long byCurvature,
    long byKink,
    LossIncrease earliest,
    double medianStep,
    double largestRelative) {}
