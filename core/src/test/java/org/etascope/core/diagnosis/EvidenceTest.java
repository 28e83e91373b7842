package org.etascope.core.diagnosis;

import static org.etascope.core.network.Activation.IDENTITY;
import static org.etascope.core.network.Activation.RELU;
import static org.etascope.core.network.Activation.TANH;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.Galaxies;
import org.etascope.core.network.Architecture;
import org.etascope.core.run.RunResult;
import org.junit.jupiter.api.Test;

final class EvidenceTest {
  private static final Architecture DEEP =
      new Architecture(List.of(1, 5, 5, 2), List.of(RELU, RELU, RELU));

  /** O3, and the numbers of the published step. */
  @Test
  void explainsThePublishedStepInEveryLocale() {
    Locale before = Locale.getDefault();
    try {
      for (String tag : new String[] {"en-US", "de-DE", "tr-TR", "ar-EG"}) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertEquals(
            "eta = 0.6, step 0 to 1: loss 0.040275 to 0.074256 (+84.4 %). eta kappa = 2.26 > 2;"
                + " sharpness 5.555 against 2/eta = 3.333. Neurons 5, 1, 4 switched off at 33 %,"
                + " 38 %, 75 % of the step. Curvature: with all masks frozen the loss would have"
                + " been 0.178710; the dying ReLUs reduced the jump.",
            publishedEvidence());
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void splitsTheRiseIntoItsSmoothAndItsKinkShare() {
    Evidence evidence = evidence(Cause.CURVATURE, 2, 1.5, List.of());
    assertEquals(1.0, evidence.smoothChange());
    assertEquals(-0.5, evidence.kinkChange());
  }

  @Test
  void namesLayerAndPointWhereThereAreSeveral() {
    assertEquals(
        "eta = 0.1, step 6 to 7: loss 1.00000 to 1.50000 (+50.0 %). Neuron 2 (layer 1, point 4)"
            + " switched off at 25 % of the step. Neuron 1 (layer 2, point 1) switched on at 50 %"
            + " of the step. Output 2 (point 3) switched off at 100 % of the step. Kink: with all"
            + " masks frozen the loss would have fallen to 0.900000.",
        withoutCurvature(
            evidence(
                Cause.KINK,
                0.9,
                1.5,
                List.of(
                    new Switch(0, 1, 3, false, 0.25),
                    new Switch(1, 0, 0, true, 0.5),
                    new Switch(2, 1, 2, false, 1)))));
  }

  @Test
  void capsLongLists() {
    List<Switch> many = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      many.add(new Switch(2, 0, i, true, 0.05 * (i + 1)));
    }
    assertEquals(
        "eta = 0.1, step 6 to 7: loss 1.00000 to 1.50000 (+50.0 %). Outputs 1 (point 1), 1 (point"
            + " 2), 1 (point 3), 1 (point 4), 1 (point 5), 1 (point 6) switched on at 5 %, 10 %,"
            + " 15 %, 20 %, 25 %, 30 % of the step, and 12 more. Kink: with all masks frozen the"
            + " loss would not have risen beyond rounding.",
        withoutCurvature(evidence(Cause.KINK, 1.0, 1.5, many)));
  }

  @Test
  void saysWhetherKinksAddedToTheJump() {
    assertEquals(
        "Curvature: with all masks frozen the loss would have been 1.20000; the switching neurons"
            + " added to the jump.",
        cause(evidence(Cause.CURVATURE, 1.2, 1.5, List.of(new Switch(0, 0, 0, true, 0.5)))));
    assertEquals(
        "Curvature: no neuron switched.", cause(evidence(Cause.CURVATURE, 1.5, 1.5, List.of())));
  }

  @Test
  void saysWhereSwitchesWereNotLookedFor() {
    assertEquals(
        "eta = 0.1, step 6 to 7: loss 1.00000 to 1.50000 (+50.0 %). The network and its data are too"
            + " large to look for the neurons that switched. Curvature: with all masks frozen the"
            + " loss would have been 1.20000; the switching neurons added to the jump.",
        withoutCurvature(evidence(Cause.CURVATURE, 1.2, 1.5, Optional.empty())));
  }

  @Test
  void admitsWhatRoundingHides() {
    Evidence evidence =
        new Evidence(
            new Architecture(List.of(1, 2, 1), List.of(TANH, IDENTITY)),
            3,
            1e-4,
            10,
            1e-20,
            1.00000000001e-20,
            Cause.CURVATURE,
            OptionalDouble.empty(),
            true,
            Optional.empty(),
            OptionalDouble.empty(),
            Optional.of(List.of()));
    assertEquals(
        "eta = 1e-4, step 9 to 10: loss 1.0000000000000e-20 to 1.0000000000100e-20 (+1.00e-9 %)."
            + " eta kappa > 2, rounding hides by how much. Curvature: the activations have no"
            + " kinks.",
        evidence.sentence());
  }

  @Test
  void speaksOfLossesThatAreNoNumbers() {
    assertEquals(
        "eta = 0.1, step 6 to 7: loss 1.00000 to NaN. Curvature: with all masks frozen the loss"
            + " would have been infinity.",
        evidence(
                Cause.CURVATURE,
                Double.POSITIVE_INFINITY,
                Double.NaN,
                List.of(new Switch(0, 0, 0, false, 0.5)))
            .sentence()
            .replaceAll(" Neuron .* of the step\\.", ""));
  }

  private static String publishedEvidence() {
    RunResult result = RunResult.of(Galaxies.run(Galaxies.one(), 3245, 0.6, 10));
    return ((RunResult.Trained) result.outcome())
        .diagnosis()
        .first()
        .orElseThrow()
        .evidence()
        .orElseThrow();
  }

  private static String withoutCurvature(Evidence evidence) {
    return evidence.sentence().replace(" eta kappa > 2, rounding hides by how much.", "");
  }

  private static String cause(Evidence evidence) {
    String sentence = evidence.sentence();
    return sentence.substring(sentence.indexOf("Curvature:"));
  }

  private static Evidence evidence(
      Cause cause, double frozen, double after, List<Switch> switches) {
    return evidence(cause, frozen, after, Optional.of(switches));
  }

  private static Evidence evidence(
      Cause cause, double frozen, double after, Optional<List<Switch>> switches) {
    return new Evidence(
        DEEP,
        20,
        0.1,
        7,
        1,
        after,
        cause,
        OptionalDouble.of(frozen),
        true,
        Optional.empty(),
        OptionalDouble.empty(),
        switches);
  }
}
