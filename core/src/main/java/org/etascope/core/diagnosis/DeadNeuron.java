package org.etascope.core.diagnosis;

/**
 * A hidden neuron whose ReLU is off on every point at the last recorded step. All counts are from
 * 0.
 *
 * @param layer its layer, 0 for the first hidden one
 * @param neuron its place in that layer
 * @param since the first step of the unbroken stretch to the end in which it was off
 */
public record DeadNeuron(int layer, int neuron, int since) {}
