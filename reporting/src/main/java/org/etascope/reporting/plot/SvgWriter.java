package org.etascope.reporting.plot;

import java.io.IOException;
import java.io.Writer;
import org.etascope.reporting.text.XmlWriter;

/** Writes one SVG 1.1 picture, mark by mark. Texts may be untrusted; places are in pixels. */
final class SvgWriter {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private final XmlWriter xml;

  private SvgWriter(XmlWriter xml) {
    this.xml = xml;
  }

  /** Draws on a picture that was begun. */
  @FunctionalInterface
  interface Drawing {
    void draw(SvgWriter svg) throws IOException;
  }

  /**
   * Writes a whole picture. Leaves the writer open.
   *
   * @param title what a reader who cannot see it is told first
   * @param description what the picture shows
   * @throws IOException if the writer fails
   */
  static void write(
      Writer out, double width, double height, String title, String description, Drawing drawing)
      throws IOException {
    XmlWriter xml = new XmlWriter(out);
    xml.begin(
        "svg",
        "xmlns",
        NAMESPACE,
        "width",
        Coordinate.of(width),
        "height",
        Coordinate.of(height),
        "viewBox",
        "0 0 " + Coordinate.of(width) + " " + Coordinate.of(height),
        "role",
        "img");
    xml.leaf("title", title);
    xml.leaf("desc", description);
    xml.leaf("style", Style.sheet());
    SvgWriter svg = new SvgWriter(xml);
    svg.rectangle(Style.PAGE, new Box(0, 0, width, height));
    drawing.draw(svg);
    xml.end();
    xml.flush();
  }

  void line(Style style, double x1, double y1, double x2, double y2) throws IOException {
    xml.empty(
        "line",
        "class",
        style.cssClass(),
        "x1",
        Coordinate.of(x1),
        "y1",
        Coordinate.of(y1),
        "x2",
        Coordinate.of(x2),
        "y2",
        Coordinate.of(y2));
  }

  void rectangle(Style style, Box box) throws IOException {
    rectangle(style, box, 1);
  }

  /**
   * Draws a rectangle.
   *
   * @param opacity 0 to 1
   */
  void rectangle(Style style, Box box, double opacity) throws IOException {
    xml.empty(
        "rect",
        "class",
        style.cssClass(),
        "x",
        Coordinate.of(box.x()),
        "y",
        Coordinate.of(box.y()),
        "width",
        Coordinate.of(box.width()),
        "height",
        Coordinate.of(box.height()),
        "opacity",
        Coordinate.of(opacity));
  }

  void circle(Style style, double x, double y, double radius) throws IOException {
    xml.empty(
        "circle",
        "class",
        style.cssClass(),
        "cx",
        Coordinate.of(x),
        "cy",
        Coordinate.of(y),
        "r",
        Coordinate.of(radius));
  }

  void path(Style style, PathData path) throws IOException {
    if (!path.isEmpty()) {
      xml.empty("path", "class", style.cssClass(), "d", path.toString());
    }
  }

  void text(Style style, Anchor anchor, double x, double y, String text) throws IOException {
    xml.leaf(
        "text",
        text,
        "class",
        style.cssClass(),
        "text-anchor",
        anchor.word(),
        "x",
        Coordinate.of(x),
        "y",
        Coordinate.of(y));
  }

  /** Writes a text that reads upwards, its middle at the given place. */
  void upwards(Style style, double x, double y, String text) throws IOException {
    String place = Coordinate.of(x) + " " + Coordinate.of(y);
    xml.leaf(
        "text",
        text,
        "class",
        style.cssClass(),
        "text-anchor",
        Anchor.MIDDLE.word(),
        "transform",
        "translate(" + place + ") rotate(-90)");
  }

  /**
   * Draws what shows only within a box.
   *
   * @param id an identifier, unique in the picture
   */
  void clipped(String id, Box box, Drawing drawing) throws IOException {
    xml.begin("clipPath", "id", id);
    rectangle(Style.PAGE, box);
    xml.end();
    xml.begin("g", "clip-path", "url(#" + id + ")");
    drawing.draw(this);
    xml.end();
  }
}
