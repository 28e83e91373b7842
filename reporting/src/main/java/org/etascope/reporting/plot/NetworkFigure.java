package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.etascope.core.data.Dataset;
import org.etascope.core.network.Architecture;
import org.etascope.core.network.Tensor;
import org.etascope.reporting.summary.Sweep;

/** The network as layers of neurons, with the names and shapes of its weights and biases. */
final class NetworkFigure implements Figure {
  private static final int MOST_NEURONS = 10;
  private static final int SHOWN_OF_MANY = 8;
  private static final double WIDTH = 760;
  private static final double SIDE = 180;
  private static final double TOP = 40;
  private static final double ROW = 30;
  private static final double BOTTOM = 48;
  private static final double RADIUS = 10;
  private static final double NAME_SIZE = 11;

  private final Dataset data;
  private final Architecture network;
  private final boolean oneOfSeveral;

  NetworkFigure(Sweep sweep, Architecture network, boolean oneOfSeveral) {
    this.data = sweep.data().original();
    this.network = network;
    this.oneOfSeveral = oneOfSeveral;
  }

  @Override
  public String file() {
    return "plots/network.svg";
  }

  @Override
  public String title() {
    return "The network";
  }

  @Override
  public String caption() {
    return "The network: %s, with %s parameters. Over the lines stand the weight matrices W and the bias vectors B with their shapes, as files name them."
            .formatted(
                network.layers() == 1
                    ? "no hidden layer"
                    : network.layers() == 2
                        ? "1 hidden layer"
                        : network.layers() - 1 + " hidden layers",
                network.parameterCount())
        + (oneOfSeveral ? " The number of neurons is swept; the first network is shown." : "");
  }

  @Override
  public void write(RunSample runs, Writer out) throws IOException {
    int rows =
        network.widths().stream().mapToInt(width -> Math.min(width, MOST_NEURONS)).max().orElse(1);
    double height = TOP + rows * ROW + BOTTOM;
    SvgWriter.write(
        out,
        WIDTH,
        height,
        title(),
        caption(),
        svg -> {
          double middle = TOP + rows * ROW / 2;
          for (int l = 0; l < network.layers(); l++) {
            weights(svg, l, middle);
          }
          for (int column = 0; column <= network.layers(); column++) {
            neurons(svg, column, middle);
            describe(svg, column, TOP + rows * ROW);
          }
          names(svg, data.featureNames(), 0, middle);
          names(svg, data.targetNames(), network.layers(), middle);
        });
  }

  private double x(int column) {
    return SIDE + column * (WIDTH - 2 * SIDE) / network.layers();
  }

  /** Returns the places of the neurons that are shown, the last one below a gap if some are not. */
  private List<Double> places(int column, double middle) {
    int width = network.widths().get(column);
    int slots = Math.min(width, MOST_NEURONS);
    return IntStream.range(0, slots)
        .filter(slot -> width <= MOST_NEURONS || slot != SHOWN_OF_MANY)
        .mapToObj(slot -> middle + (slot - (slots - 1) / 2.0) * ROW)
        .toList();
  }

  private void weights(SvgWriter svg, int layer, double middle) throws IOException {
    for (double from : places(layer, middle)) {
      for (double to : places(layer + 1, middle)) {
        svg.line(Style.WEIGHT, x(layer), from, x(layer + 1), to);
      }
    }
    Tensor weights = network.weights(layer);
    svg.text(
        Style.AXIS_TITLE,
        Anchor.MIDDLE,
        (x(layer) + x(layer + 1)) / 2,
        18,
        "%s (%s × %s)".formatted(weights.name(), weights.rows(), weights.columns())
            + (network.bias() ? biasLabel(network.biases(layer)) : ""));
  }

  private static String biasLabel(Tensor biases) {
    return ", %s (%s)".formatted(biases.name(), biases.rows());
  }

  private void neurons(SvgWriter svg, int column, double middle) throws IOException {
    List<Double> places = places(column, middle);
    for (double y : places) {
      svg.circle(Style.NEURON, x(column), y, RADIUS);
    }
    if (network.widths().get(column) > MOST_NEURONS) {
      double gap = (places.get(places.size() - 2) + places.get(places.size() - 1)) / 2;
      for (int dot = -1; dot <= 1; dot++) {
        svg.circle(Style.ELLIPSIS, x(column), gap + 7 * dot, 2);
      }
    }
  }

  private void describe(SvgWriter svg, int column, double top) throws IOException {
    int width = network.widths().get(column);
    String layer =
        column == 0 ? "input" : column == network.layers() ? "output" : "hidden layer " + column;
    String size = column == 0 || column == network.layers() ? "" : ", " + neuronsOf(width);
    svg.text(Style.HEADING, Anchor.MIDDLE, x(column), top + 18, layer);
    if (column > 0) {
      svg.text(
          Style.TICK_LABEL,
          Anchor.MIDDLE,
          x(column),
          top + 34,
          network.activation(column - 1).name().toLowerCase(Locale.ROOT).replace('_', ' ') + size);
    }
  }

  private static String neuronsOf(int width) {
    return width == 1 ? "1 neuron" : width + " neurons";
  }

  private void names(SvgWriter svg, List<String> names, int column, double middle)
      throws IOException {
    List<Double> places = places(column, middle);
    boolean left = column == 0;
    for (int k = 0; k < places.size(); k++) {
      boolean last = k == places.size() - 1;
      String name = names.get(last ? names.size() - 1 : k);
      svg.text(
          Style.TICK_LABEL,
          left ? Anchor.END : Anchor.START,
          x(column) + (left ? -1 : 1) * (RADIUS + 6),
          places.get(k) + 4,
          TextWidth.fitting(name, NAME_SIZE, SIDE - RADIUS - 10));
    }
  }
}
