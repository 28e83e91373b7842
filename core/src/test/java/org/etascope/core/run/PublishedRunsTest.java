package org.etascope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.etascope.core.Galaxies;
import org.etascope.core.network.Parameters;
import org.etascope.core.network.Tensor;
import org.etascope.core.training.LossCurve;
import org.etascope.core.training.Trace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** O3: the published runs of one galaxy, and of all 71, with 5 neurons from seed 3245. */
final class PublishedRunsTest {
  private static final double HALF_A_UNIT_OF_THE_FOURTH_DECIMAL = 0.5e-4;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.6})
  void o3TablesComeOutToTheirLastDigit(double eta) throws IOException {
    Trace trace = Galaxies.run(Galaxies.one(), 3245, eta, 10).trace();
    List<Published> table = published().stream().filter(number -> number.eta() == eta).toList();
    assertEquals(390, table.size());
    for (Published number : table) {
      assertEquals(
          number.value(),
          number.in(trace.steps().get(number.step())),
          HALF_A_UNIT_OF_THE_FOURTH_DECIMAL,
          number.toString());
    }
  }

  @Test
  void o3OneGalaxyDescendsToItsKnownLoss() {
    LossCurve losses = losses(RunResult.of(Galaxies.run(Galaxies.one(), 3245, 0.1, 10)));
    assertEquals(0.04027547484053195, losses.first(), 1e-12 * losses.first());
    assertEquals(7.385304509711656e-08, losses.last(), 1e-12 * losses.last());
  }

  @Test
  void o3AllGalaxiesDescendToTheirKnownLoss() {
    LossCurve losses = losses(RunResult.of(Galaxies.run(Galaxies.all(), 3245, 0.1, 10)));
    assertEquals(0.006255186116148952, losses.first(), 1e-12 * losses.first());
    assertEquals(0.0041357640777588975, losses.last(), 1e-12 * losses.last());
  }

  private static LossCurve losses(RunResult result) {
    return ((RunResult.Trained) result.outcome()).losses();
  }

  /** One number of the tables: element {@code index} of a vector, a matrix of one row or column. */
  private record Published(double eta, int step, String tensor, int index, double value) {
    static Published of(String line) {
      String[] cells = line.split(",", -1);
      return new Published(
          Double.parseDouble(cells[0]),
          Integer.parseInt(cells[1]),
          cells[2],
          Integer.parseInt(cells[3]),
          Double.parseDouble(cells[4]));
    }

    double in(Trace.Snapshot step) {
      return switch (tensor.charAt(0)) {
        case 'l' -> step.loss();
        case 'A' -> step.activations().get(tensor.charAt(1) - '0')[index];
        case 'd' -> element(step.gradient(), tensor.substring(1));
        default -> element(step.parameters(), tensor);
      };
    }

    private double element(Parameters parameters, String name) {
      Tensor found =
          parameters.architecture().tensors().stream()
              .filter(candidate -> candidate.name().equals(name))
              .findFirst()
              .orElseThrow();
      return parameters.values()[found.offset() + index];
    }
  }

  private static List<Published> published() throws IOException {
    try (InputStream in = PublishedRunsTest.class.getResourceAsStream("/published-tables.csv")) {
      assertNotNull(in);
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines.lines().skip(1).map(Published::of).toList();
    }
  }
}
