package org.etascope.reporting.format;

import java.io.IOException;
import org.etascope.reporting.diff.BitDifference;
import org.etascope.reporting.diff.CellDiff;
import org.etascope.reporting.diff.RunPair;
import org.etascope.reporting.diff.SweepDiff;
import org.etascope.reporting.summary.Proportion;
import org.etascope.reporting.text.JsonWriter;

/**
 * What two sweeps have different, as the members of a JSON object.
 *
 * @param json where they are written
 * @param diff the differences
 */
record JsonDiff(JsonWriter json, SweepDiff diff) {
  private static final int FORMAT_VERSION = 1;

  void write() throws IOException {
    json.count("format_version", FORMAT_VERSION);
    json.flag("different", !diff.isEmpty());
    json.count("compared", diff.compared());
    json.count("only_first", diff.onlyFirst());
    json.count("only_second", diff.onlySecond());
    json.object("flipped", this::flipped);
    json.objects("cells", diff.cells(), this::cell);
    json.object("bits", this::bits);
  }

  private void flipped() throws IOException {
    json.count("total", diff.flipped());
    json.objects("first", diff.firstFlipped(), this::run);
  }

  private void run(RunPair pair) throws IOException {
    json.text("run", pair.first().name());
    json.number("eta", pair.first().eta());
    json.text("neurons", pair.first().neurons());
    json.count("seed", pair.first().seed());
    json.list("settings", pair.first().settings());
    json.text("first", JsonParts.word(pair.first().fate()));
    json.text("second", JsonParts.word(pair.second().fate()));
  }

  private void cell(CellDiff cell) throws IOException {
    json.number("eta", cell.eta());
    json.text("neurons", cell.neurons());
    json.list("settings", cell.settings());
    json.object("first", () -> share(cell.first()));
    json.object("second", () -> share(cell.second()));
    json.text("test", cell.paired() ? "mcnemar" : "fisher");
    json.number("p", cell.p());
  }

  private void share(Proportion share) throws IOException {
    new JsonParts(json).share(share);
  }

  private void bits() throws IOException {
    json.count("same_spec", diff.sameSpec());
    json.count("different", diff.bitsDiffer());
    json.object("first", diff.firstDifference(), this::difference);
  }

  private void difference(BitDifference difference) throws IOException {
    json.text("run", difference.run());
    json.text("place", difference.place());
    json.number("first", difference.first());
    json.number("second", difference.second());
    json.count("ulps", difference.ulps());
  }
}
