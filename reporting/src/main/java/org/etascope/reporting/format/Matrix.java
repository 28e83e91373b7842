package org.etascope.reporting.format;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Parameters;
import org.etascope.core.training.Trace.Snapshot;

/** One named matrix of one step of a trace: weights, biases, their gradients or activations. */
final class Matrix {
  private final String name;
  private final int rows;
  private final int columns;
  private final double[] values;
  private final int offset;

  private Matrix(String name, int rows, int columns, double[] values, int offset) {
    this.name = name;
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.offset = offset;
  }

  /** Returns W0, B0, W1, B1, ... */
  static List<Matrix> parameters(Snapshot step) {
    return tensors("", step.parameters());
  }

  /** Returns dW0, dB0, dW1, dB1, ... */
  static List<Matrix> gradients(Snapshot step) {
    return tensors("d", step.gradient());
  }

  /** Returns A0, A1, ..., each neurons x points; the last is the output. */
  static List<Matrix> activations(Snapshot step) {
    Architecture architecture = step.parameters().architecture();
    return IntStream.range(0, architecture.layers())
        .mapToObj(
            l -> {
              double[] a = step.activations().get(l);
              int neurons = architecture.neurons(l);
              return new Matrix("A" + l, neurons, a.length / neurons, a, 0);
            })
        .toList();
  }

  /** Returns all of them, in that order. */
  static Stream<Matrix> all(Snapshot step) {
    return Stream.of(parameters(step), gradients(step), activations(step)).flatMap(List::stream);
  }

  private static List<Matrix> tensors(String prefix, Parameters parameters) {
    return parameters.architecture().tensors().stream()
        .map(
            tensor ->
                new Matrix(
                    prefix + tensor.name(),
                    tensor.rows(),
                    tensor.columns(),
                    parameters.values(),
                    tensor.offset()))
        .toList();
  }

  /** Returns the name used in files, such as {@code dW0}. */
  String name() {
    return name;
  }

  /** Returns how many rows there are. */
  int rows() {
    return rows;
  }

  /** Returns how many columns there are. */
  int columns() {
    return columns;
  }

  /** Returns one element, counting from 0. */
  double get(int row, int column) {
    return values[offset + row * columns + column];
  }
}
