package org.etascope.reporting.summary;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.Verdict;

/** The kinds of verdicts without their figures, in the order of their rules. */
public enum VerdictKind {
  /** Of {@link Verdict.Diverged}. */
  DIVERGED(Verdict.Diverged.class),
  /** Of {@link Verdict.NonFinite}. */
  NON_FINITE(Verdict.NonFinite.class),
  /** Of {@link Verdict.Dead}. */
  DEAD(Verdict.Dead.class),
  /** Of {@link Verdict.Growing}. */
  GROWING(Verdict.Growing.class),
  /** Of {@link Verdict.Periodic}, whatever the period. */
  PERIODIC(Verdict.Periodic.class),
  /** Of {@link Verdict.EdgeOfStability}. */
  EDGE_OF_STABILITY(Verdict.EdgeOfStability.class),
  /** Of {@link Verdict.KinkChatter}. */
  KINK_CHATTER(Verdict.KinkChatter.class),
  /** Of {@link Verdict.Catapult}. */
  CATAPULT(Verdict.Catapult.class),
  /** Of {@link Verdict.TransientBump}. */
  TRANSIENT_BUMP(Verdict.TransientBump.class),
  /** Of {@link Verdict.NonMonotone}. */
  NON_MONOTONE(Verdict.NonMonotone.class),
  /** Of {@link Verdict.Ringing}. */
  RINGING(Verdict.Ringing.class),
  /** Of {@link Verdict.MonotoneToTolerance}. */
  MONOTONE_TO_TOLERANCE(Verdict.MonotoneToTolerance.class),
  /** Of {@link Verdict.Monotone}. */
  MONOTONE(Verdict.Monotone.class);

  private static final Map<Class<? extends Verdict>, VerdictKind> BY_CLASS =
      Stream.of(values()).collect(Collectors.toMap(kind -> kind.verdict, Function.identity()));

  private final Class<? extends Verdict> verdict;

  VerdictKind(Class<? extends Verdict> verdict) {
    this.verdict = verdict;
  }

  /** Returns the kind of a verdict. */
  public static VerdictKind of(Verdict verdict) {
    return Objects.requireNonNull(BY_CLASS.get(verdict.getClass()));
  }

  /** Returns it in a word, such as {@code edge-of-stability}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
