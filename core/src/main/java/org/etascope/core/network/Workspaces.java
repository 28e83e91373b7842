package org.etascope.core.network;

import org.etascope.core.data.Dataset;

/**
 * Where a training gets its workspaces from: {@code Backpropagation::new}, the scalar reference, or
 * a subclass that computes the same bits in another way.
 */
@FunctionalInterface
public interface Workspaces {
  /**
   * Makes a workspace.
   *
   * @throws IllegalArgumentException as {@link Backpropagation} does
   */
  Backpropagation of(Architecture architecture, Dataset data, Loss loss);
}
