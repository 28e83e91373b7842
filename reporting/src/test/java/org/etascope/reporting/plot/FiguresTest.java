package org.etascope.reporting.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.run.RunResult;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.StepSelection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Pictures of hard sweeps. They are left in {@code target/plots}, to be looked at. */
final class FiguresTest {
  private static final int MOST_BYTES = 2 << 20;
  private static final double WIDTH = 760;
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d{1,2})?");

  @ParameterizedTest
  @MethodSource("org.etascope.reporting.plot.PlotCase#all")
  void picturesAreSmallAndWellFormedAndWithinTheirBounds(PlotCase hard)
      throws IOException, SAXException, ParserConfigurationException {
    for (Map.Entry<String, String> picture : PlotCase.pictures(hard.sweep()).entrySet()) {
      Path file = Path.of("target/plots", hard.name(), picture.getKey());
      Files.createDirectories(file.getParent());
      Files.writeString(file, picture.getValue());

      assertTrue(picture.getValue().length() < MOST_BYTES, picture.getKey());
      Document document = parse(picture.getValue());
      for (String name : new String[] {"x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r"}) {
        numbers(document, name);
      }
      for (double x : numbers(document, "cx")) {
        assertTrue(x >= 0 && x <= WIDTH, () -> file + ": " + x);
      }
    }
  }

  @Test
  void onlySweepsOverWidthsHaveAPhaseDiagram() {
    assertFalse(
        PlotCase.pictures(PlotCase.TWO_ETAS.sweep()).containsKey("plots/phase-diagram.svg"));
    assertTrue(
        PlotCase.pictures(PlotCase.THIRTY_ETAS.sweep()).containsKey("plots/phase-diagram.svg"));
  }

  @Test
  void onlySeveralRunsOfAnEtaThatRiseOrDieHaveAnIncidence() {
    String incidence = "plots/incidence.svg";
    SweepRun descending = Sweeps.run("0", 0.1, 0, 3, 2);
    assertFalse(
        PlotCase.pictures(Sweeps.of(descending, Sweeps.run("1", 0.1, 1, 3, 2)))
            .containsKey(incidence));
    assertFalse(
        PlotCase.pictures(Sweeps.of(descending, Sweeps.run("1", 0.2, 0, 2, 3)))
            .containsKey(incidence));
    assertTrue(
        PlotCase.pictures(Sweeps.of(descending, Sweeps.run("1", 0.1, 1, 2, 3)))
            .containsKey(incidence));
    assertTrue(
        PlotCase.pictures(Sweeps.of(descending, Sweeps.deadRun("1", 0.1, 1, 2, 2)))
            .containsKey(incidence));
  }

  @Test
  void aSweepWithoutRunsHasNoPicture() {
    assertEquals(Map.of(), PlotCase.pictures(Sweeps.of()));
  }

  @Test
  void runsThatFailedHaveFatesButNoLosses() {
    assertEquals(
        Set.of("plots/fates.svg", "plots/network.svg"),
        PlotCase.pictures(Sweeps.of(Sweeps.failedRun("0", 0.1, 0, "out of memory"))).keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"onload=\"alert(1)",
        "]]><x/>",
        "&amp;&lt;",
        "\u001b[31m\u0000\uffff\ud800",
        "javascript:alert(1)"
      })
  void hostileNamesAreTextAndNothingElse(String name)
      throws IOException, SAXException, ParserConfigurationException {
    SweepRun run = new SweepRun(name, 0, List.of(name), RunResult.of(Sweeps.spec(0.1, 3245)));
    Sweep sweep =
        new Sweep(
            name,
            name,
            Sweeps.data(name),
            List.of(name),
            selection -> 1,
            TraceSelection.NONE,
            StepSelection.ALL,
            new SharpnessSteps.None(),
            List.of(),
            new Provenance("0.1.0", 1, "c", "d"),
            () -> Stream.of(run));
    for (String picture : PlotCase.pictures(sweep).values()) {
      NodeList elements = parse(picture).getElementsByTagName("*");
      for (int k = 0; k < elements.getLength(); k++) {
        Element element = (Element) elements.item(k);
        assertFalse(element.getTagName().equals("script"), picture);
        assertFalse(element.hasAttribute("onload") || element.hasAttribute("href"), picture);
      }
    }
  }

  private static Document parse(String svg)
      throws IOException, SAXException, ParserConfigurationException {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static double[] numbers(Document document, String attribute) {
    NodeList elements = document.getElementsByTagName("*");
    return IntStream.range(0, elements.getLength())
        .mapToObj(k -> ((Element) elements.item(k)).getAttribute(attribute))
        .filter(value -> !value.isEmpty())
        .peek(value -> assertTrue(NUMBER.matcher(value).matches(), value))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
