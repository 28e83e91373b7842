package org.etascope.reporting.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.etascope.core.run.RunResult;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Untrusted text prints as it reads and does nothing else. */
final class LatexWriterTest {
  /** What prints one character; it may stand where text stands. */
  private static final Pattern PRINTED =
      Pattern.compile(
          "\\\\(textbackslash|textasciicircum|textasciitilde|textasciigrave|textquotedbl"
              + "|textquotesingle|textless|textgreater|textbar)\\{\\}"
              + "|\\\\[{}$&%#_]|\\{[\\[\\]*]\\}|[-,:]\\{\\}|~(?=\\\\%)");

  /** What LaTeX acts on. */
  private static final Pattern ACTIVE = Pattern.compile("\\\\[a-zA-Z]+|\\\\.|[{}$&%#_^~]");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "one-galaxy;one-galaxy",
        "eta = 0.1: all;eta = 0.1: all",
        "hubble_1929;hubble\\_1929",
        "\\input{x};\\textbackslash{}input\\{x\\}",
        "$x$ & 5 #1;\\$x\\$ \\& 5 \\#1",
        "84 %;84~\\%",
        "a^b~c;a\\textasciicircum{}b\\textasciitilde{}c",
        "^^41;\\textasciicircum{}\\textasciicircum{}41",
        "[2cm];{[}2cm{]}",
        "*;{*}",
        "a---b;a-{}-{}-b",
        "::error::;:{}:error:{}:",
        "<x>|y|;\\textless{}x\\textgreater{}\\textbar{}y\\textbar{}",
        "caf\u00e9;caf\u00e9",
        "\u03b7;U+03B7",
        "\ud83d\ude00;U+01F600",
        "a\u202eb;aU+FFFDb"
      })
  void escapesWhatWouldAct(String text, String expected) {
    assertEquals(expected, LatexWriter.escape(text));
  }

  @Test
  void everyPrintableCharacterIsPrintedOrEscaped() {
    for (int c = ' '; c <= '~'; c++) {
      String escaped = LatexWriter.escape("x" + Character.toString(c) + "x");
      String rest = PRINTED.matcher(escaped).replaceAll("");
      assertEquals(0, ACTIVE.matcher(rest).results().count(), escaped);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\input{/etc/passwd}",
        "}\\end{document}",
        "\\write18{id}",
        "$\\unicode{x}$",
        "a & b \\\\ c",
        "100 % of #1 _x_ ~ ^",
        "^^5cinput x",
        "[*]"
      })
  void hostileNamesAddNothingThatActs(String text) throws IOException {
    assertEquals(active("plain"), active(text));
  }

  private static Map<String, Long> active(String text) throws IOException {
    String document = PRINTED.matcher(documents(text)).replaceAll("");
    return ACTIVE
        .matcher(document)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private static String documents(String text) throws IOException {
    SweepRun run = new SweepRun(text, 0, List.of(), RunResult.of(Sweeps.spec(0.6, 3245)));
    SweepRun failed = Sweeps.failedRun(text, 0.1, 0, text);
    Sweep sweep = Sweeps.of(text, text, TraceSelection.ALL, List.of(), List.of(failed, run));
    StringWriter trace = new StringWriter();
    TraceDocument.TEX.write(run, 4, trace);
    return Documents.of(sweep).getOrDefault("report.tex", "") + trace;
  }
}
