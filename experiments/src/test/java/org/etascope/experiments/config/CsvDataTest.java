package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.etascope.core.data.Dataset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvDataTest {
  @TempDir Path dir;
  private Path config = Path.of("");
  private Path csv = Path.of("");

  @BeforeEach
  void writeConfig() throws IOException {
    config = dir.resolve("f.yaml");
    csv = dir.resolve("d.csv");
    Files.writeString(
        config, Configs.with("data: {file: d.csv, features: [distance], targets: [velocity]}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "distance,velocity\n1,2\n3,4\n",
        "\uFEFFdistance,velocity\r\n1,2\r\n3,4",
        "\"distance\",\"velocity\"\n\"1\",2\n3,\"4\"\n\n\n",
        "name,velocity,distance\n\"two\nlines\",2,1\n\"a \"\"b\"\"\",4,3\n",
        "distance, velocity\n 1, 2\n3.0,+4e0\n",
        "distance,velocity\n1.,2\n3,04\n",
      })
  void columnsAreReadHoweverTheFileIsWritten(String text) throws Exception {
    Files.writeString(csv, text);

    Dataset data = SweepYaml.read(config, List.of()).data();

    assertEquals(List.of("distance"), data.featureNames());
    assertEquals(List.of("velocity"), data.targetNames());
    assertArrayEquals(new double[] {1, 3}, data.featureValues());
    assertArrayEquals(new double[] {2, 4}, data.targetValues());
  }

  @ParameterizedTest
  @CsvSource({"all, 4", "2, 2", "'{first: 2, last: 4}', 3"})
  void rowsAreChosenFromTheTop(String rows, int expected) throws Exception {
    Files.writeString(csv, "distance,velocity\n1,2\n3,4\n5,6\n7,8\n");

    Dataset data = SweepYaml.read(config, List.of("data.rows=" + rows)).data();

    assertEquals(expected, data.points());
    assertEquals(rows.startsWith("{") ? 3 : 1, data.feature(0, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "abc,2 | 3:1: column 'distance': 'abc' is not a decimal number",
        "\"1,5\",2 | 3:1: column 'distance': '1,5' is not a decimal number; the decimal point is a point, 1.5",
        "1,NaN | 3:1: column 'velocity': 'NaN' is not a decimal number",
        "1, | 3:1: column 'velocity': '' is not a decimal number; every row needs a value",
        "1,1e400 | 3:1: column 'velocity': '1e400' is beyond the largest double, about 1.8e308",
        "1 | 3:1: this row and the header differ in their number of fields: 1 and 2",
        "'1,2,3' | 3:1: this row and the header differ in their number of fields: 3 and 2",
        "\"1,2 | 3:1: not valid CSV: Unclosed quoted field at end of input (record starting at line 3)",
        "'\\n1,2' | 3:1: a blank line between rows; remove it",
      })
  void aBadRowIsNamedWithItsOwnLine(String row, String expected) throws IOException {
    Files.writeString(csv, "distance,velocity\n1,2\n" + row.replace("\\n", "\n") + "\n");

    assertEquals(List.of(csv + ":" + expected), problems());
  }

  @Test
  void problemsOfConfigAndDataStandInOneList() throws IOException {
    Files.writeString(csv, "distance,velocity\nx,y\n");

    assertEquals(
        List.of(
            "argument 'training.steps=0':1:16: training.steps must be a whole number from 1 to"
                + " 10,000,000, got 0",
            csv + ":2:1: column 'distance': 'x' is not a decimal number",
            csv + ":2:1: column 'velocity': 'y' is not a decimal number"),
        problems("training.steps=0"));
  }

  @Test
  void aFileThatIsNotUtf8IsNamedWithTheLine() throws IOException {
    Files.write(csv, "distance,velocity\n1,2\n3,\u00fc\n".getBytes(StandardCharsets.ISO_8859_1));

    assertEquals(List.of(csv + ":3:1: not UTF-8 in this line; save the file as UTF-8"), problems());
  }

  @Test
  void aMissingColumnIsNamedWithTheNearestOne() throws IOException {
    Files.writeString(csv, "distanse,velocity\n1,2\n");

    assertEquals(
        List.of(
            config
                + ":2:32: data.features[0] names no column of "
                + csv
                + ": 'distance'; its columns are distanse, velocity; did you mean 'distanse'?"),
        problems());
  }

  @Test
  void aColumnThatTheHeaderRepeatsIsAmbiguous() throws IOException {
    Files.writeString(csv, "distance,velocity,distance\n1,2,3\n");

    assertEquals(
        List.of(
            csv + ":1:1: the header has the column 'distance' more than once, as columns 1 and 3"),
        problems());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | 1:1: the file is empty; it needs a header and rows of numbers",
        "'distance,velocity' | 1:1: the file has a header but no rows",
      })
  void aFileWithoutRowsIsRefused(String text, String expected) throws IOException {
    Files.writeString(csv, text);

    assertEquals(List.of(csv + ":" + expected), problems());
  }

  @Test
  void rowsBeyondTheEndAreRefusedWithTheNumberThereIs() throws IOException {
    Files.writeString(csv, "distance,velocity\n1,2\n3,4\n");

    assertEquals(
        List.of(
            "argument 'data.rows=5':1:11: data.rows asks for rows up to 5, but " + csv + " has 2"),
        problems("data.rows=5"));
  }

  @Test
  void aColumnThatCannotBeScaledIsAProblemOfTheScale() throws IOException {
    Files.writeString(csv, "distance,velocity\n1,2\n1,4\n");

    assertEquals(
        List.of(
            "argument 'data.scale=minmax':1:12: data.scale is minmax, but column 'distance' is 1.0"
                + " on every point, so it has no spread to scale by"),
        problems("data.scale=minmax"));
  }

  @Test
  void aPathThatIsNoRegularFileIsRefusedAtOnce() throws Exception {
    Path pipe = dir.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());

    assertTrue(problems("data.file=nothing.csv").get(0).endsWith("which does not exist"));
    assertTrue(problems("data.file=.").get(0).endsWith("which is a directory, not a file"));
    assertTrue(problems("data.file=pipe").get(0).contains("which is not a regular file"));
    assertTrue(problems("data.file=/dev/zero").get(0).contains("which is not a regular file"));
    assertTrue(problems("data.file=\"a\\0\"").get(0).endsWith("is not a path: 'a\\u0000'"));
  }

  @Test
  void aMillionRowsAreRead() throws Exception {
    try (BufferedWriter out = Files.newBufferedWriter(csv)) {
      out.write("name,distance,velocity\n");
      for (int i = 0; i < 1_000_000; i++) {
        out.write("galaxy," + i + ",1\n");
      }
    }

    Dataset data = SweepYaml.read(config, List.of()).data();

    assertEquals(1_000_000, data.points());
    assertEquals(999_999, data.feature(0, 999_999));
  }

  private List<String> problems(String... overrides) {
    return assertThrows(ConfigException.class, () -> SweepYaml.read(config, List.of(overrides)))
        .problems()
        .stream()
        .map(ConfigProblem::toString)
        .toList();
  }
}
