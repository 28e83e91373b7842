package org.etascope.core.network;

/**
 * How the parameters of a network begin. Those without a parameter are constants of {@link
 * StandardInitialization}, the others records.
 */
public sealed interface Initialization
    permits StandardInitialization, ConstantWeights, GivenParameters {
  /** {@link StandardInitialization#UNIFORM}. */
  Initialization UNIFORM = StandardInitialization.UNIFORM;

  /** {@link StandardInitialization#ZEROS}. */
  Initialization ZEROS = StandardInitialization.ZEROS;

  /** Returns the name of the initialisation, such as {@code UNIFORM}, without its parameter. */
  String name();

  /**
   * Returns the initial parameters of a network.
   *
   * @param random the run's own stream, advanced by what is drawn
   * @throws IllegalArgumentException if the network has another number of parameters than this
   *     gives
   */
  Parameters parameters(Architecture architecture, NumpyRandom random);

  /**
   * Returns the initial parameters of a network.
   *
   * @param seed seed of the run, 0 to 2^32 - 1
   * @throws IllegalArgumentException if the seed is out of range, or the network has another number
   *     of parameters than this gives
   */
  Parameters parameters(Architecture architecture, long seed);
}
