package org.etascope.core;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;
import org.etascope.core.run.RunSpec;
import org.etascope.core.training.GradientDescent;
import org.etascope.core.training.TrainingSpec;

/**
 * Sizes of galaxies as HST (feature) and JWST (target) see them, in arcsec, and the published
 * network.
 */
public final class Galaxies {
  /** 1-5-1, ReLU throughout. */
  public static final Architecture NETWORK =
      new Architecture(List.of(1, 5, 1), List.of(Activation.RELU, Activation.RELU));

  private Galaxies() {}

  /** Returns the single galaxy of the published tables. */
  public static Dataset one() {
    return points(new double[] {0.949}, new double[] {0.402109523});
  }

  /** Returns all 71 galaxies, or skips the test where their file is not at hand. */
  public static Dataset all() {
    Path file = Path.of(System.getProperty("etascope.data", ""), "hst_jwst_data.csv");
    assumeTrue(
        Files.isRegularFile(file),
        () -> "no file " + file + "; say where it lies with -Detascope.data=DIR");
    try {
      List<double[]> rows = Files.readAllLines(file).stream().skip(1).map(Galaxies::row).toList();
      return points(column(rows, 0), column(rows, 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a run of the published network, uniformly initialised. */
  public static RunSpec run(Dataset data, long seed, double eta, int steps) {
    return new RunSpec(
        data,
        NETWORK,
        Initialization.UNIFORM,
        seed,
        new TrainingSpec(Loss.HALF_MSE, new GradientDescent(eta), steps));
  }

  /** Returns points of one feature and one target. */
  public static Dataset points(double[] x, double[] y) {
    return Dataset.of(List.of("hst"), List.of("jwst"), new double[][] {x}, new double[][] {y});
  }

  private static double[] row(String line) {
    int comma = line.indexOf(',');
    return new double[] {
      Double.parseDouble(line.substring(0, comma)), Double.parseDouble(line.substring(comma + 1))
    };
  }

  private static double[] column(List<double[]> rows, int column) {
    return rows.stream().mapToDouble(row -> row[column]).toArray();
  }
}
