package org.etascope.experiments.config;

import org.etascope.core.network.Loss;

/**
 * How the networks of a sweep are trained.
 *
 * @param loss what is minimised
 * @param optimizer how parameters are updated
 * @param steps 1 to 10,000,000
 */
public record TrainingConfig(Loss loss, OptimizerName optimizer, int steps) {}
