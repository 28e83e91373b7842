package org.etascope.experiments.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.etascope.core.diagnosis.Cause;
import org.etascope.core.diagnosis.Diagnosis;
import org.etascope.core.diagnosis.EndState;
import org.etascope.core.diagnosis.LossIncrease;
import org.etascope.core.diagnosis.Verdict;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;
import org.etascope.core.run.RunResult.Trained;
import org.etascope.core.training.LossCurve;
import org.jspecify.annotations.Nullable;

/**
 * What became of a run, packed into one blob, little-endian:
 *
 * <pre>
 *  0  byte    fate, by its place in {@link #FATES}
 *  1  byte    flags: 1 validated, 2 has words, 4 dead, 8 has increased
 *     of a run that was trained
 *  2  byte    cause of the first increase: 0 curvature, 1 kink
 *  3  int     naive increases
 *  7  int     increases by curvature
 * 11  int     increases by kinks
 * 15  int     step of the first increase
 * 19  double  largest relative increase
 * 27  double  drawdown
 * 35  int     dead neurons
 * 39  double  total rise
 * 47  byte    verdict, by its {@link VerdictCode}
 * 48  byte    end state: 0 none, else from 1 by its place in {@link #END_STATES}
 * 49  doubles the figures of the verdict
 *     of every run
 *     int     CRC-32C of the row
 * </pre>
 */
final class Judgement {
  /** Fates by the number that stands for each in every database. */
  static final List<Fate> FATES =
      List.of(Fate.FAILED, Fate.DIVERGED, Fate.DEAD, Fate.NON_MONOTONE, Fate.MONOTONE);

  private static final List<EndState> END_STATES =
      List.of(EndState.CONVERGED, EndState.PLATEAU, EndState.DESCENDING);

  private static final List<Cause> CAUSES = List.of(Cause.CURVATURE, Cause.KINK);
  private static final byte FAILED = (byte) FATES.indexOf(Fate.FAILED);

  private static final int FLAGS = 1;
  private static final int CAUSE = 2;
  private static final int NAIVE = 3;
  private static final int CURVATURE = 7;
  private static final int KINK = 11;
  private static final int FIRST_STEP = 15;
  private static final int LARGEST = 19;
  private static final int DRAWDOWN = 27;
  private static final int DEAD_NEURONS = 35;
  private static final int TOTAL_RISE = 39;
  private static final int VERDICT = 47;
  private static final int END_STATE = 48;
  private static final int FIGURES = 49;
  private static final int FAILED_BYTES = 2;

  private static final int VALIDATED = 1;
  private static final int WORDS = 2;
  private static final int DEAD = 4;
  private static final int INCREASED = 8;

  private final ByteBuffer packed;

  private Judgement(byte[] bytes) {
    packed = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * Returns the judgement in a blob.
   *
   * @throws IllegalArgumentException if it is missing or has the length of none
   */
  static Judgement of(byte @Nullable [] bytes) {
    if (bytes == null || bytes.length < FAILED_BYTES + Integer.BYTES) {
      throw new IllegalArgumentException("its judgement is not whole");
    }
    Judgement judgement = new Judgement(bytes);
    if (bytes.length != judgement.length() + Integer.BYTES) {
      throw new IllegalArgumentException("its judgement is not whole");
    }
    return judgement;
  }

  /**
   * Returns how many bytes the judgement should have, but for its checksum.
   *
   * @throws IllegalArgumentException if it ends before its figures, or there is no such verdict
   */
  private int length() {
    if (isFailed()) {
      return FAILED_BYTES;
    }
    if (packed.capacity() < FIGURES) {
      throw new IllegalArgumentException("its judgement is not whole");
    }
    return FIGURES + VerdictCode.figures(packed.get(VERDICT)) * Double.BYTES;
  }

  /** Returns the blob of a run, but for its checksum. */
  static byte[] bytes(RunResult run) {
    if (!(run.outcome() instanceof Trained trained)) {
      byte[] bytes = new byte[FAILED_BYTES + Integer.BYTES];
      bytes[0] = FAILED;
      bytes[FLAGS] = WORDS;
      return bytes;
    }
    double[] figures = VerdictCode.figures(trained.verdict());
    byte[] bytes = new byte[FIGURES + figures.length * Double.BYTES + Integer.BYTES];
    ByteBuffer packed = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    Diagnosis diagnosis = trained.diagnosis();
    packed.put(0, (byte) FATES.indexOf(run.fate()));
    packed.put(FLAGS, flags(trained));
    packed.putInt(NAIVE, diagnosis.naiveIncreases());
    packed.putInt(CURVATURE, diagnosis.curvatureIncreases());
    packed.putInt(KINK, diagnosis.kinkIncreases());
    packed.putDouble(DRAWDOWN, diagnosis.drawdown());
    packed.putInt(DEAD_NEURONS, diagnosis.deadNeurons());
    packed.putDouble(TOTAL_RISE, diagnosis.totalRise());
    packed.put(VERDICT, VerdictCode.of(trained.verdict()));
    if (trained.endState().isPresent()) {
      packed.put(END_STATE, (byte) (END_STATES.indexOf(trained.endState().get()) + 1));
    }
    for (int k = 0; k < figures.length; k++) {
      packed.putDouble(FIGURES + k * Double.BYTES, figures[k]);
    }
    if (diagnosis.first().isPresent()) {
      LossIncrease first = diagnosis.first().get();
      packed.put(CAUSE, (byte) CAUSES.indexOf(first.cause()));
      packed.putInt(FIRST_STEP, first.step());
      packed.putDouble(LARGEST, diagnosis.maxRelativeIncrease().orElseThrow());
    }
    return bytes;
  }

  private static byte flags(Trained trained) {
    Optional<LossIncrease> first = trained.diagnosis().first();
    return (byte)
        ((trained.validation().isPresent() ? VALIDATED : 0)
            | (first.flatMap(LossIncrease::evidence).isPresent() ? WORDS : 0)
            | (trained.diagnosis().dead() ? DEAD : 0)
            | (first.isPresent() ? INCREASED : 0));
  }

  /** Puts the checksum of its row into a blob. */
  static void seal(byte[] judgement, int checksum) {
    ByteBuffer.wrap(judgement)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(judgement.length - Integer.BYTES, checksum);
  }

  byte[] bytes() {
    return packed.array();
  }

  int checksum() {
    return packed.getInt(packed.capacity() - Integer.BYTES);
  }

  boolean isFailed() {
    return packed.get(0) == FAILED;
  }

  boolean isValidated() {
    return has(VALIDATED);
  }

  boolean hasWords() {
    return has(WORDS);
  }

  private boolean has(int flag) {
    return (packed.get(FLAGS) & flag) != 0;
  }

  /** Returns the diagnosis of a run that was trained. */
  Diagnosis diagnosis(LossCurve losses, Optional<String> evidence) {
    boolean increased = has(INCREASED);
    return new Diagnosis(
        packed.getInt(NAIVE),
        packed.getInt(CURVATURE),
        packed.getInt(KINK),
        increased ? Optional.of(first(losses, evidence)) : Optional.empty(),
        increased ? OptionalDouble.of(packed.getDouble(LARGEST)) : OptionalDouble.empty(),
        packed.getDouble(TOTAL_RISE),
        packed.getDouble(DRAWDOWN),
        packed.getInt(DEAD_NEURONS),
        has(DEAD));
  }

  /** Returns the verdict over a run that was trained. */
  Verdict verdict() {
    byte kind = packed.get(VERDICT);
    double[] figures = new double[VerdictCode.figures(kind)];
    for (int k = 0; k < figures.length; k++) {
      figures[k] = packed.getDouble(FIGURES + k * Double.BYTES);
    }
    return VerdictCode.verdict(kind, figures);
  }

  /** Returns where the end of a run that was trained leaves it. */
  Optional<EndState> endState() {
    int end = packed.get(END_STATE);
    return end == 0 ? Optional.empty() : Optional.of(END_STATES.get(end - 1));
  }

  private LossIncrease first(LossCurve losses, Optional<String> evidence) {
    int step = packed.getInt(FIRST_STEP);
    return new LossIncrease(
        step, losses.at(step - 1), losses.at(step), CAUSES.get(packed.get(CAUSE)), evidence);
  }
}
