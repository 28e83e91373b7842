package org.etascope.experiments.config;

import org.etascope.core.data.Scaling;
import org.etascope.core.network.Activation;
import org.etascope.core.network.Initialization;
import org.etascope.core.network.Loss;

/** What holds for a key that a config leaves out. */
final class Defaults {
  static final String DESCRIPTION = "";
  static final Rows ROWS = Rows.ALL;
  static final Scaling SCALE = Scaling.NONE;
  static final Activation ACTIVATION = Activation.RELU;
  static final Activation OUTPUT = Activation.RELU;
  static final Initialization INIT = Initialization.UNIFORM;
  static final Loss LOSS = Loss.HALF_MSE;
  static final RunChoice TRACES = RunChoice.AUTO;
  static final RunChoice STEPS = RunChoice.AUTO;
  static final RunChoice EVIDENCE = RunChoice.AUTO;
  static final SharpnessChoice SHARPNESS = new SharpnessChoice.Auto();

  private Defaults() {}
}
