package org.etascope.reporting.summary;

import org.etascope.core.diagnosis.Diagnosis;

/** In which way a run may fail to descend, each with a critical eta of its own. */
public enum Failure {
  /** The loss rose by curvature. */
  CURVATURE {
    @Override
    public boolean happened(Diagnosis run) {
      return run.curvatureIncreases() > 0;
    }
  },
  /** The loss rose by a kink. */
  KINK {
    @Override
    public boolean happened(Diagnosis run) {
      return run.kinkIncreases() > 0;
    }
  },
  /** Every output died. */
  DEATH {
    @Override
    public boolean happened(Diagnosis run) {
      return run.dead();
    }
  },
  /** The loss rose, for whatever reason, or every output died. */
  ANY {
    @Override
    public boolean happened(Diagnosis run) {
      return run.increases() > 0 || run.dead();
    }
  };

  /** Returns whether a run failed in this way, at whatever step. */
  public abstract boolean happened(Diagnosis run);
}
