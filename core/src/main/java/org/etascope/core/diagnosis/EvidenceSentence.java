package org.etascope.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Evidence in sentences, which count neurons, outputs, layers and points from 1. */
final class EvidenceSentence {
  private static final int MOST_SWITCHES_NAMED = 6;

  private final Evidence evidence;

  private EvidenceSentence(Evidence evidence) {
    this.evidence = evidence;
  }

  static String of(Evidence evidence) {
    EvidenceSentence sentence = new EvidenceSentence(evidence);
    List<String> sentences = new ArrayList<>();
    sentences.add(sentence.rise());
    sentence.curvature().ifPresent(sentences::add);
    sentences.addAll(sentence.switches());
    sentences.add(sentence.cause());
    return String.join(" ", sentences);
  }

  private String rise() {
    double rise = evidence.after() - evidence.before();
    // joined, not formatted: %d would write the digits of the locale
    String losses =
        "eta = "
            + Figures.plain(evidence.eta())
            + ", step "
            + (evidence.step() - 1)
            + " to "
            + evidence.step()
            + ": loss "
            + Figures.loss(evidence.before(), rise)
            + " to "
            + Figures.loss(evidence.after(), rise);
    double relative = LossIncrease.relative(evidence.before(), evidence.after());
    return Double.isFinite(relative)
        ? losses + " (+" + Figures.significant(100 * relative, 3) + " %)."
        : losses + ".";
  }

  /** Only an update of gradient descent is ruled by eta kappa and by 2/eta. */
  private Optional<String> curvature() {
    if (!evidence.gradientDescent()) {
      return Optional.empty();
    }
    List<String> clauses = new ArrayList<>();
    if (evidence.pathCurvature().isPresent()) {
      double etaKappa = evidence.pathCurvature().get().etaKappa();
      clauses.add("eta kappa = " + Figures.aboveTwo(etaKappa) + " > 2");
    } else if (Double.isFinite(evidence.after())) {
      clauses.add("eta kappa > 2, rounding hides by how much");
    }
    evidence
        .sharpness()
        .ifPresent(
            lambda ->
                clauses.add(
                    "sharpness "
                        + Figures.significant(lambda, 4)
                        + " against 2/eta = "
                        + Figures.significant(2 / evidence.eta(), 4)));
    return clauses.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", clauses) + ".");
  }

  private List<String> switches() {
    if (evidence.switches().isEmpty()) {
      return List.of(
          "The network and its data are too large to look for the neurons that switched.");
    }
    List<String> sentences = new ArrayList<>();
    for (boolean output : new boolean[] {false, true}) {
      for (boolean on : new boolean[] {false, true}) {
        List<Switch> alike =
            evidence.switches().get().stream()
                .filter(crossing -> isOutput(crossing) == output && crossing.on() == on)
                .toList();
        if (!alike.isEmpty()) {
          sentences.add(switched(alike, output ? "Output" : "Neuron", on ? "on" : "off"));
        }
      }
    }
    return sentences;
  }

  private String switched(List<Switch> alike, String noun, String onOrOff) {
    int more = alike.size() - MOST_SWITCHES_NAMED;
    return noun
        + (alike.size() == 1 ? " " : "s ")
        + named(alike, this::label)
        + " switched "
        + onOrOff
        + " at "
        + named(alike, crossing -> Figures.percent(crossing.fraction()))
        + " of the step"
        + (more > 0 ? ", and " + more + " more." : ".");
  }

  private static String named(List<Switch> alike, Function<Switch, String> name) {
    return alike.stream().limit(MOST_SWITCHES_NAMED).map(name).collect(Collectors.joining(", "));
  }

  /** The neuron's number, and in brackets what else it takes to tell it from the others. */
  private String label(Switch crossing) {
    List<String> place = new ArrayList<>();
    if (evidence.architecture().layers() > 2 && !isOutput(crossing)) {
      place.add("layer " + (crossing.layer() + 1));
    }
    if (evidence.points() > 1) {
      place.add("point " + (crossing.point() + 1));
    }
    String number = String.valueOf(crossing.neuron() + 1);
    return place.isEmpty() ? number : number + " (" + String.join(", ", place) + ")";
  }

  private String cause() {
    return switch (evidence.cause()) {
      case CURVATURE -> "Curvature: " + curvatureCause();
      case KINK -> "Kink: with all masks frozen the loss would " + withoutKinks();
    };
  }

  private String curvatureCause() {
    if (evidence.frozenLoss().isEmpty()) {
      return "the activations have no kinks.";
    }
    if (evidence.switches().filter(List::isEmpty).isPresent()) {
      return "no neuron switched.";
    }
    String frozen = "with all masks frozen the loss would have been " + frozenLoss();
    double kinks = evidence.kinkChange();
    if (kinks < 0) {
      return frozen + "; the " + switchers() + " reduced the jump.";
    }
    if (kinks > 0) {
      return frozen + "; the " + switchers() + " added to the jump.";
    }
    return frozen + ".";
  }

  private String withoutKinks() {
    return evidence.smoothChange() < 0
        ? "have fallen to " + frozenLoss() + "."
        : "not have risen beyond rounding.";
  }

  private String switchers() {
    boolean dying =
        evidence.points() == 1
            && evidence.switches().stream().flatMap(List::stream).noneMatch(Switch::on);
    return dying ? "dying ReLUs" : "switching neurons";
  }

  private String frozenLoss() {
    return Figures.loss(evidence.frozenLoss().orElseThrow(), evidence.smoothChange());
  }

  private boolean isOutput(Switch crossing) {
    return crossing.layer() == evidence.architecture().layers() - 1;
  }
}
