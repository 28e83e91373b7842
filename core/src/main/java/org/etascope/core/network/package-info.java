/**
 * Feed-forward networks: their shape, their parameters, and the forward and backward pass.
 *
 * <p>Symbols are those of {@code docs/backprop.md}. Layer 0 is the first hidden layer. With m
 * points, layer l of n_l neurons over n_{l-1} inputs has {@code W_l} (n_l x n_{l-1}), {@code B_l}
 * (n_l x 1), {@code Z_l = W_l A_{l-1} + B_l} and {@code A_l = f_l(Z_l)} (n_l x m), where A_{-1} = X
 * (features x m); the network's output is the last {@code A}. Every matrix is stored row by row in
 * one flat {@code double[]}.
 */
@NullMarked
package org.etascope.core.network;

import org.jspecify.annotations.NullMarked;
