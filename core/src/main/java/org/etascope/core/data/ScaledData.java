package org.etascope.core.data;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Data in both units: those of the user's table and those of the training.
 *
 * @param original as the user has them
 * @param scaled as networks are trained on them
 * @param features the map of each feature, from original to scaled
 * @param targets the map of each target, from original to scaled
 */
public record ScaledData(
    Dataset original, Dataset scaled, List<Affine> features, List<Affine> targets) {
  /** Copies the lists. */
  public ScaledData {
    features = List.copyOf(features);
    targets = List.copyOf(targets);
  }

  static ScaledData of(Dataset original, List<Affine> features, List<Affine> targets) {
    return new ScaledData(original, scaled(original, features, targets), features, targets);
  }

  /**
   * Returns other points of the same columns, scaled by the maps of these.
   *
   * @param others in original units
   * @throws IllegalArgumentException if the columns differ in number, or a scaled value overflows
   */
  public Dataset scale(Dataset others) {
    if (others.features() != features.size() || others.targets() != targets.size()) {
      throw new IllegalArgumentException(
          "points of %s features and %s targets cannot be scaled as those of %s and %s"
              .formatted(others.features(), others.targets(), features.size(), targets.size()));
    }
    return scaled(others, features, targets);
  }

  private static Dataset scaled(Dataset original, List<Affine> features, List<Affine> targets) {
    return Dataset.of(
        original.featureNames(),
        original.targetNames(),
        apply(features, original.featureValues(), original.points()),
        apply(targets, original.targetValues(), original.points()));
  }

  private static double[][] apply(List<Affine> maps, double[] values, int points) {
    return IntStream.range(0, maps.size())
        .mapToObj(
            row ->
                IntStream.range(row * points, (row + 1) * points)
                    .mapToDouble(i -> maps.get(row).apply(values[i]))
                    .toArray())
        .toArray(double[][]::new);
  }
}
