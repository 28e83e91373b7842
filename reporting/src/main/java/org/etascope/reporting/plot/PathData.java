package org.etascope.reporting.plot;

/** The path of a line or an outline, in the words of SVG's attribute {@code d}. */
final class PathData {
  private final StringBuilder commands = new StringBuilder();

  /** Goes on to a place; the first one begins the path. */
  PathData to(double x, double y) {
    commands.append(commands.isEmpty() ? "M" : "L");
    commands.append(Coordinate.of(x)).append(' ').append(Coordinate.of(y));
    return this;
  }

  /** Begins a new stretch of the path. */
  PathData jumpTo(double x, double y) {
    commands.append('M').append(Coordinate.of(x)).append(' ').append(Coordinate.of(y));
    return this;
  }

  /** Goes back to where the stretch began. */
  PathData close() {
    commands.append('Z');
    return this;
  }

  boolean isEmpty() {
    return commands.isEmpty();
  }

  @Override
  public String toString() {
    return commands.toString();
  }
}
