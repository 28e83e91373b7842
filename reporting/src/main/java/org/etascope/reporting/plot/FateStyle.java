package org.etascope.reporting.plot;

import java.util.List;
import java.util.stream.Stream;
import org.etascope.core.run.Fate;
import org.etascope.reporting.summary.FateCounts;

/** How a fate is drawn and named. */
enum FateStyle {
  /** The loss never rose. */
  MONOTONE(Fate.MONOTONE, Style.MONOTONE, "monotone"),
  /** The loss rose at some step. */
  NON_MONOTONE(Fate.NON_MONOTONE, Style.NON_MONOTONE, "non-monotone"),
  /** Every output is off. */
  DEAD(Fate.DEAD, Style.DEAD, "dead"),
  /** The loss ceased to be finite. */
  DIVERGED(Fate.DIVERGED, Style.DIVERGED, "diverged"),
  /** The run could not be executed. */
  FAILED(Fate.FAILED, Style.FAILED, "failed");

  private final Fate fate;
  private final Style style;
  private final String label;

  FateStyle(Fate fate, Style style, String label) {
    this.fate = fate;
    this.style = style;
    this.label = label;
  }

  /** Returns the fates that any of these runs met, in the order in which they are stacked. */
  static List<FateStyle> met(FateCounts counts) {
    return Stream.of(values()).filter(style -> style.count(counts) > 0).toList();
  }

  long count(FateCounts counts) {
    return counts.of(fate);
  }

  Style style() {
    return style;
  }

  Legend.Entry legend() {
    return new Legend.Entry(style, Legend.Key.AREA, label);
  }
}
