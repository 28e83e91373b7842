package org.etascope.reporting.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How each kind of mark looks, in every picture alike.
 *
 * <p>Colours that carry meaning are from the palette of Okabe and Ito, Color Universal Design
 * (2008), https://jfly.uni-koeln.de/color/, which readers with any colour vision tell apart, and
 * contrast with white and with near-black. What does not carry meaning turns with the page.
 */
enum Style {
  /** Behind everything, so that no mark depends on the page it is put on. */
  PAGE("fill:#ffffff", "fill:#0d1117"),
  /** The axes. */
  FRAME("fill:none;stroke:#57606a", "stroke:#8b949e"),
  /** Lines across a panel at the ticks. */
  GRID("stroke:#e4e7eb;stroke-width:.8", "stroke:#262c34"),
  /** Numbers along an axis. */
  TICK_LABEL("fill:#424a53;font-size:11px", "fill:#b1bac4"),
  /** What an axis shows. */
  AXIS_TITLE("fill:#1f2328;font-size:12px", "fill:#e6edf3"),
  /** What a panel shows. */
  HEADING("fill:#1f2328;font-size:12px;font-weight:bold", "fill:#e6edf3"),
  /** Asides. */
  NOTE("fill:#57606a;font-size:10px", "fill:#9da7b1"),

  /** The loss of one run. */
  CURVE("fill:none;stroke:#0072b2;stroke-width:1;stroke-opacity:.65", "stroke:#56b4e9"),
  /** The loss of the only run. */
  ONLY_CURVE("fill:none;stroke:#0072b2;stroke-width:1.8", "stroke:#56b4e9"),
  /** One recorded step. */
  STEP("fill:#0072b2", "fill:#56b4e9"),
  /** From the 5 % to the 95 % quantile. */
  WIDE_BAND("fill:#0072b2;fill-opacity:.16", "fill:#56b4e9"),
  /** From the 25 % to the 75 % quantile. */
  NARROW_BAND("fill:#0072b2;fill-opacity:.32", "fill:#56b4e9"),
  /** First increases of many runs. */
  INCREASE("fill:#d55e00"),
  /** An increase that curvature caused. */
  CURVATURE_INCREASE("fill:#d55e00"),
  /** An increase that kinks caused. */
  KINK_INCREASE("fill:#cc79a7;stroke:#57606a;stroke-width:.6", "stroke:#f0f6fc"),
  /** Above it the loss rises. */
  STABILITY("fill:none;stroke:#d55e00;stroke-width:1.2;stroke-dasharray:6 4"),
  /** A neuron that is on. */
  ON("fill:#0072b2", "fill:#56b4e9"),
  /** One point of the data. */
  POINT("fill:#24292f;fill-opacity:.75", "fill:#d0d7de"),
  /** An interval of confidence. */
  INTERVAL("fill:none;stroke:#1f2328;stroke-width:1.3", "stroke:#f0f6fc"),
  /** The share of runs that rose by a step. */
  RISEN("fill:none;stroke:#d55e00;stroke-width:1.6"),
  /** Its interval of confidence. */
  RISEN_BAND("fill:#d55e00;fill-opacity:.2"),
  /** The share of runs that died by a step. */
  DIED("fill:none;stroke:#0072b2;stroke-width:1.6;stroke-dasharray:5 2", "stroke:#56b4e9"),
  /** Its interval of confidence. */
  DIED_BAND("fill:#0072b2;fill-opacity:.2", "fill:#56b4e9"),
  /** Losses at which runs end. */
  TAIL("fill:#0072b2", "fill:#56b4e9"),

  /** Fate: the loss never rose. */
  MONOTONE("fill:#009e73"),
  /** Fate: the loss rose at some step. */
  NON_MONOTONE("fill:#e69f00"),
  /** Fate: every output is off. */
  DEAD("fill:#8c8c8c"),
  /** Fate: the loss ceased to be finite. */
  DIVERGED("fill:#cc79a7"),
  /** Fate: the run could not be executed. */
  FAILED("fill:#56b4e9"),
  /** A number inside a coloured cell. */
  CELL_VALUE("fill:#0d1117;font-size:10px"),

  /** First of several curves. */
  SERIES_1("fill:none;stroke:#0072b2;stroke-width:2"),
  /** Second of several curves. */
  SERIES_2("fill:none;stroke:#d55e00;stroke-width:2;stroke-dasharray:7 3"),
  /** Third of several curves. */
  SERIES_3("fill:none;stroke:#009e73;stroke-width:2;stroke-dasharray:2 2"),
  /** Fourth of several curves. */
  SERIES_4("fill:none;stroke:#cc79a7;stroke-width:2;stroke-dasharray:10 3 2 3"),
  /** Fifth of several curves. */
  SERIES_5("fill:none;stroke:#e69f00;stroke-width:2;stroke-dasharray:4 4"),

  /** An input, or a neuron. */
  NEURON("fill:#ffffff;stroke:#57606a;stroke-width:1.4", "fill:#161b22;stroke:#8b949e"),
  /** A weight. */
  WEIGHT("stroke:#0072b2;stroke-width:.9;stroke-opacity:.55", "stroke:#56b4e9"),
  /** Where neurons are left out. */
  ELLIPSIS("fill:#57606a", "fill:#8b949e");

  private final String light;
  private final String dark;

  Style(String light) {
    this(light, "");
  }

  Style(String light, String dark) {
    this.light = light;
    this.dark = dark;
  }

  /** Returns the class of elements of this style. */
  String cssClass() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the style sheet of every picture. */
  static String sheet() {
    String rules = rules(style -> style.light);
    return "text{font-family:sans-serif}"
        + rules
        + "@media(prefers-color-scheme:dark){"
        + rules(style -> style.dark)
        + "}";
  }

  private static String rules(Function<Style, String> declarations) {
    return Arrays.stream(values())
        .filter(style -> !declarations.apply(style).isEmpty())
        .map(style -> "." + style.cssClass() + "{" + declarations.apply(style) + "}")
        .collect(Collectors.joining());
  }
}
