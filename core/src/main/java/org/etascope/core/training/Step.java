package org.etascope.core.training;

import org.etascope.core.network.Backpropagation;
import org.etascope.core.network.Parameters;

/**
 * One step of a training as its recorders see it: everything at the parameters before the update.
 *
 * <p>A step is a view of the trainer's own arrays and holds only during the call that hands it
 * over; copy what is to be kept. Its pass alone lives longer: trainers take turns between two, so
 * that a recorder which has seen step t + 1 can still look at the activations of step t.
 *
 * @param index the step, from 0
 * @param loss L at these parameters
 * @param parameters theta
 * @param gradient dL/dtheta
 * @param network the pass that computed them, with its activations
 */
public record Step(
    int index, double loss, Parameters parameters, Parameters gradient, Backpropagation network) {}
