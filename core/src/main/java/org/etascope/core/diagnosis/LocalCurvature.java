package org.etascope.core.diagnosis;

import java.util.OptionalDouble;

/**
 * The curvature of the loss at one place of a training. For a ReLU network it is that of the smooth
 * piece around theta, and says nothing of what lies behind a kink.
 *
 * @param sharpness lambda, the algebraically largest eigenvalue of the Hessian H; empty where it is
 *     not finite or was not found
 * @param directional rho = g'Hg / |g|^2, at most lambda, the curvature along the gradient g: to
 *     second order a step rises when eta rho > 2; empty where g is zero or rho is not finite
 * @param alignment |cos(g, v1)|, 0 to 1, with v1 the eigenvector of lambda; its direction means
 *     little where lambda is a multiple eigenvalue; empty without lambda or where g is zero
 */
public record LocalCurvature(
    OptionalDouble sharpness, OptionalDouble directional, OptionalDouble alignment) {}
