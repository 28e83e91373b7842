package org.etascope.reporting.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.etascope.reporting.summary.CumulativeIncidence;
import org.etascope.reporting.summary.CumulativeIncidence.Point;
import org.etascope.reporting.summary.Proportion;

/**
 * A share that rises in steps, across a panel; of rises within half a pixel the last is drawn.
 *
 * @param panel where it is drawn
 * @param treads each level from its step on, by ascending step, the first from the left edge on
 */
record Stairs(Panel panel, List<Tread> treads) {
  private static final int PLACES_A_PIXEL = 2;

  /** A level of the stairs, from a horizontal place on. */
  record Tread(double x, Proportion share) {}

  /** Returns the stairs of an incidence. */
  static Stairs of(CumulativeIncidence incidence, Panel panel) {
    List<Tread> treads = new ArrayList<>();
    treads.add(new Tread(panel.box().x(), incidence.at(-1)));
    for (Point point : incidence.points()) {
      double x = Math.max(panel.box().x(), panel.x(point.step()));
      int last = treads.size() - 1;
      if (place(treads.get(last).x()) == place(x)) {
        treads.remove(last);
      }
      treads.add(new Tread(x, point.share()));
    }
    return new Stairs(panel, treads);
  }

  private static long place(double x) {
    return Math.round(PLACES_A_PIXEL * x);
  }

  /** Returns the line of a value of the share, from edge to edge. */
  PathData line(ToDoubleFunction<Proportion> value) {
    PathData path = new PathData();
    rightwards(path, value);
    return path;
  }

  /** Returns the outline of what lies between two values of the share. */
  PathData between(ToDoubleFunction<Proportion> low, ToDoubleFunction<Proportion> high) {
    PathData path = new PathData();
    rightwards(path, high);
    double x = panel.box().right();
    for (int k = treads.size() - 1; k >= 0; k--) {
      double y = panel.y(low.applyAsDouble(treads.get(k).share()));
      path.to(x, y);
      x = treads.get(k).x();
      path.to(x, y);
    }
    return path.close();
  }

  private void rightwards(PathData path, ToDoubleFunction<Proportion> value) {
    for (int k = 0; k < treads.size(); k++) {
      double end = k + 1 < treads.size() ? treads.get(k + 1).x() : panel.box().right();
      double y = panel.y(value.applyAsDouble(treads.get(k).share()));
      path.to(treads.get(k).x(), y).to(end, y);
    }
  }
}
