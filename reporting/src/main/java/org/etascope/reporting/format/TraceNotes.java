package org.etascope.reporting.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.DeadNeuron;
import org.etascope.core.diagnosis.Evidence;
import org.etascope.core.diagnosis.KinkBudget;
import org.etascope.core.diagnosis.StepDiagnostics;
import org.etascope.core.diagnosis.TraceDiagnosis;
import org.etascope.reporting.text.Digits;

/** What the diagnosis of a trace says in words; not escaped. */
final class TraceNotes {
  /** What {@link #dead} lists. */
  static final String DEAD = "Off on every point until the end. Layers and neurons count from 1.";

  private TraceNotes() {}

  /** Returns the evidence of each increase. */
  static List<String> increases(TraceDiagnosis diagnosis) {
    return diagnosis.steps().stream().flatMap(TraceNotes::increase).toList();
  }

  /** Returns at which steps switching neurons kept the loss down, if at any. */
  static Optional<String> rescued(TraceDiagnosis diagnosis) {
    List<StepDiagnostics> steps = diagnosis.steps();
    List<String> rescued =
        IntStream.range(0, steps.size())
            .filter(step -> steps.get(step).rescued())
            .mapToObj(Integer::toString)
            .toList();
    return rescued.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "With every ReLU kept as it was at the step before, the loss would have risen at "
                + Phrases.form(rescued.size(), "step ", "steps ")
                + String.join(", ", rescued)
                + "; neurons that switched on the way kept it down.");
  }

  /** Returns each dead neuron and since when. */
  static List<String> dead(TraceDiagnosis diagnosis) {
    return diagnosis.deadNeurons().stream().map(TraceNotes::dead).toList();
  }

  private static Stream<String> increase(StepDiagnostics step) {
    return step.evidence().stream()
        .map(Evidence::sentence)
        .map(sentence -> sentence + step.kinkBudget().map(TraceNotes::budget).orElse(""));
  }

  /** What the change of the loss is made of; without switches it is only what the sentence says. */
  private static String budget(KinkBudget budget) {
    return budget.shares().isEmpty()
        ? ""
        : " Of the change, the tangent promised %s, curvature added %s, and switches %s."
            .formatted(
                Digits.of(budget.descent()),
                Digits.of(budget.curvature()),
                Digits.of(budget.kinks()));
  }

  private static String dead(DeadNeuron neuron) {
    return "layer %s, neuron %s: since step %s"
        .formatted(neuron.layer() + 1, neuron.neuron() + 1, neuron.since());
  }
}
