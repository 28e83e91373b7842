package org.etascope.reporting.format;

import java.util.ArrayList;
import java.util.List;
import org.etascope.core.run.RunResult.Failed;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.text.Digits;

/** How sentences speak of one run. What they return may hold untrusted text. */
final class RunLabels {
  private RunLabels() {}

  /** Returns what sets a run apart, such as {@code eta 0.1, 5 neurons, seed 3245}. */
  static String conditions(SweepRun run) {
    List<String> parts = new ArrayList<>();
    parts.add("eta " + Digits.exact(run.eta()));
    parts.add(run.neurons().isEmpty() ? "no hidden layer" : hidden(run.neurons()));
    parts.add("seed " + run.seed());
    parts.addAll(run.settings());
    return String.join(", ", parts);
  }

  private static String hidden(String neurons) {
    return neurons + (neurons.equals("1") ? " hidden neuron" : " hidden neurons");
  }

  /** Returns what became of a run: its first increase and its end, or why it failed. */
  static String story(SweepRun run) {
    return run.result().outcome() instanceof Trained trained
        ? String.join("; ", Phrases.story(trained.diagnosis().first(), run.fate()))
        : failure(run);
  }

  /** Returns why a run failed, or nothing. */
  static String failure(SweepRun run) {
    return run.result().outcome() instanceof Failed failed ? failed.cause() : "";
  }
}
