package org.etascope.experiments.cli;

import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.network.Architecture;
import org.etascope.experiments.config.Axis;
import org.etascope.experiments.config.ConfigException;
import org.etascope.experiments.config.SweepFile;
import org.etascope.experiments.plan.SweepPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a sweep would run. */
@Command(
    name = "plan",
    description = "Tell what would run, how many runs and how large; run nothing.",
    mixinStandardHelpOptions = true)
final class PlanCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "CONFIG|KEY=VALUE",
      arity = "1..*",
      description = "A config, and values to put in place of its own, such as training.steps=20.")
  private List<String> words = List.of();

  @Inject
  PlanCommand() {}

  @Override
  public Integer call() throws ConfigException, UsageException {
    for (SweepFile file : Configs.read(Arguments.of(words), spec.commandLine().getErr())) {
      SweepPlan plan = SweepPlan.of(file.config(), file.data(), file.validation());
      print(file, plan, spec.commandLine().getOut());
    }
    return Exit.DONE.code();
  }

  private static void print(SweepFile file, SweepPlan plan, PrintWriter out) {
    int steps = file.config().training().steps();
    String axes =
        file.config().axes().stream()
            .map(axis -> "%,d %s".formatted(axis.size(), label(axis)))
            .collect(Collectors.joining(" x "));
    out.printf(Locale.ROOT, "%s: %s (%s)%n", file.config().name(), Counts.runs(plan.size()), axes);
    for (Map.Entry<String, String> key : file.config().resultKeys().entrySet()) {
      if (key.getKey().startsWith("sweep.")) {
        out.printf("  %s: %s%n", key.getKey().substring("sweep.".length()), key.getValue());
      }
    }
    out.printf(
        Locale.ROOT,
        "  data: %s, %s, %s%n",
        Counts.of(file.data().points(), "point"),
        Counts.of(file.data().features(), "feature"),
        Counts.of(file.data().targets(), "target"));
    file.validation()
        .ifPresent(points -> out.printf("  validation: %s%n", Counts.of(points.points(), "point")));
    for (Architecture network : plan.architectures()) {
      out.printf(
          Locale.ROOT,
          "  network: widths %s, %,d parameters%n",
          network.widths().stream().map(String::valueOf).collect(Collectors.joining("-")),
          network.parameterCount());
    }
    out.printf(Locale.ROOT, "  steps: %,d a run, %,d in all%n", steps, (long) steps * plan.size());
    out.printf("  store: about %s%n", Counts.bytes(plan.storeBytes()));
    out.printf(
        "  traces: %s (all would take about %s)%n",
        plan.traces().name().toLowerCase(Locale.ROOT), Counts.bytes(plan.traceBytes()));
    out.printf("  evidence: %s%n", plan.evidence().name().toLowerCase(Locale.ROOT));
    out.printf("  sharpness: %s%n", label(plan.sharpness()));
    out.printf(
        Locale.ROOT,
        "  steps.csv: %s (all would take %,d rows)%n",
        plan.steps().runs().name().toLowerCase(Locale.ROOT),
        plan.stepRows());
  }

  private static String label(SharpnessSteps steps) {
    if (steps instanceof SharpnessSteps.Every every) {
      return every.n() == 1 ? "every step" : "every " + every.n() + " steps";
    }
    return steps.includesLast() ? "ends" : "none";
  }

  private static String label(Axis axis) {
    if (axis instanceof Axis.Eta) {
      return "eta";
    }
    if (axis instanceof Axis.Setting) {
      return axis.path();
    }
    return axis instanceof Axis.Neurons ? "neurons" : axis.size() == 1 ? "seed" : "seeds";
  }
}
