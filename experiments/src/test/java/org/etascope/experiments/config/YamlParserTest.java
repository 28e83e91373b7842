package org.etascope.experiments.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlParserTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a: &x 1 | 1:4: the anchor &x is not allowed; write values out",
        "a: *x | 1:4: the alias *x is not allowed; write the value out",
        "a: !!int 1 | 1:4: the tag !!int is not allowed; types come from the key",
        "a: ! 1 | 1:4: the tag ! is not allowed; types come from the key",
        "a: !!javax.script.ScriptEngineManager [x] | 1:4: the tag !!javax.script.ScriptEngineManager is not allowed; types come from the key",
        "<<: {a: 1} | 1:1: the merge key << is not allowed; write the keys out",
        "a: 1\\n---\\nb: 2 | 2:1: a second document is not allowed; keep one config in a file",
        "[a]: 1 | 1:1: a key must be a word, not a list or a mapping",
        "a:\\n\\t- 1 | 2:1: not valid YAML: a tab cannot indent; use spaces",
        "a: b\\0 | 1:5: the character U+0000 is not allowed in YAML",
        "'a: [1,\\n2' | 2:2: not valid YAML: expected ',' or ']', but got <stream end> while parsing a flow sequence that begins at 1:4",
        "a: \"\\UFFFFFFFF\" | 1:2: not valid YAML from here on: an escape names no character",
        "a: \"\\U00110000\" | 1:7: not valid YAML: found unknown escape character 00110000 while scanning a double-quoted scalar that begins at 1:4",
      })
  void whatIsNotAllowedIsRefusedWhereItStands(String text, String expected) {
    String yaml = text.replace("\\n", "\n").replace("\\t", "\t").replace("\\0", "\0");

    assertEquals("f.yaml:" + expected, refusal(yaml));
  }

  @Test
  void nestingOfAnyDepthEndsEarly() {
    assertEquals("f.yaml:1:33: nested more than 32 deep", refusal("[".repeat(100_000)));
    assertEquals("f.yaml:1:65: nested more than 32 deep", refusal("- ".repeat(100_000)));
    assertEquals("f.yaml:1:81: nested more than 32 deep", refusal("{a: [".repeat(50_000)));
  }

  @Test
  void anAliasBombIsRefusedAtItsFirstAnchor() {
    String bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";

    assertEquals(
        "f.yaml:1:4: the anchor &a is not allowed; write values out",
        assertTimeoutPreemptively(Duration.ofSeconds(1), () -> refusal(bomb)));
  }

  @Test
  void tooManyValuesAreRefused() {
    assertEquals(
        "f.yaml:1:500002: more than 250000 values; put data into a CSV file",
        refusal("[" + "1,".repeat(300_000) + "]"));
  }

  private static String refusal(String yaml) {
    return assertThrows(ConfigException.class, () -> YamlParser.parse(yaml, "f.yaml"))
        .problems()
        .get(0)
        .toString();
  }
}
