package org.etascope.experiments.config;

import org.etascope.core.training.TrainingSpec;

/**
 * What one choice of the swept settings makes of network and training.
 *
 * @param network the network
 * @param training how it is trained; its eta stands for the one that the sweep sets
 */
public record Variant(NetworkConfig network, TrainingSpec training) {}
