package org.etascope.experiments.engine;

import java.lang.reflect.InvocationTargetException;
import org.etascope.core.ensemble.EnsembleTrainer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The JDK's module of SIMD lanes, which a Java machine has only where it was asked for.
 *
 * <p>To ask for it with {@code --add-modules} at the start makes the Java machine give up its
 * archived module graph, which is a third of the time of a small sweep, and warn of incubating
 * modules on stderr. A sweep that is large enough therefore adds the module to the machine that is
 * running, in the way the JDK itself adds {@code java.instrument} when an agent is attached. A
 * second machine with the module would have to die with the first one, however that one is killed;
 * so there is one machine, with one pid.
 *
 * <p>The way is internal to {@code java.base}: the manifest of etascope.jar exports it. Whoever
 * starts Etascope without that jar, or with a JDK that has no such way, trains in scalars and is
 * told.
 */
final class VectorModule {
  private static final Logger LOG = LoggerFactory.getLogger(VectorModule.class);

  private VectorModule() {}

  /**
   * Returns whether the lanes are there, if need be after adding their module to the running Java
   * machine; says in one warning what to do where that fails.
   */
  static boolean load() {
    if (EnsembleTrainer.isAvailable()) {
      return true;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, EnsembleTrainer.MODULE);
    } catch (ReflectiveOperationException e) {
      LOG.warn(
          "this sweep is trained without SIMD, with the same results but several times slower;"
              + " give the Java machine --add-modules {}, for instance in ETASCOPE_OPTS",
          EnsembleTrainer.MODULE);
      LOG.debug(
          "adding the module failed", e instanceof InvocationTargetException ? e.getCause() : e);
    }
    return EnsembleTrainer.isAvailable();
  }
}
