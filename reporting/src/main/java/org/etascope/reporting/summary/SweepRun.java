package org.etascope.reporting.summary;

import java.util.List;
import org.etascope.core.run.Fate;
import org.etascope.core.run.RunResult;

/**
 * One run of a sweep.
 *
 * @param name the plan's ordinal, such as {@code 17}
 * @param conditions a number, from 0, that it shares with the runs that differ from it in eta alone
 * @param settings values of the swept axes other than eta, neurons and seed, in the order of {@link
 *     Sweep#extraAxes()}
 * @param result what determined the run and what came of it
 */
public record SweepRun(String name, int conditions, List<String> settings, RunResult result) {
  /** Copies the settings. */
  public SweepRun {
    settings = List.copyOf(settings);
  }

  /** Returns the learning rate. */
  public double eta() {
    return result.spec().eta();
  }

  /** Returns the hidden widths: {@code 5}, {@code 16x8}, or empty without hidden layers. */
  public String neurons() {
    return result.spec().architecture().hiddenLabel();
  }

  /** Returns the seed, 0 to 2^32 - 1. */
  public long seed() {
    return result.spec().seed();
  }

  /** Returns whether this run and another differ in nothing but their seeds. */
  boolean isInCellOf(SweepRun other) {
    return eta() == other.eta()
        && result.spec().architecture().equals(other.result.spec().architecture())
        && settings.equals(other.settings);
  }

  /** Returns the first fate that holds. */
  public Fate fate() {
    return result.fate();
  }

  /** Returns whether a reader should look at this run: it did anything but descend. */
  public boolean flagged() {
    return fate() != Fate.MONOTONE;
  }
}
