package org.etascope.core.diagnosis;

/**
 * An activation that crosses its kink on the way from theta_t to theta_{t+1}. All counts are from
 * 0.
 *
 * @param layer the neuron's layer, 0 for the first hidden one
 * @param neuron the neuron in its layer
 * @param point the point on which it switches
 * @param on whether it goes on, to z > 0, or off
 * @param fraction where on the step, above 0 and up to 1
 */
public record Switch(int layer, int neuron, int point, boolean on, double fraction) {}
