package org.etascope.reporting.format;

import static org.etascope.reporting.Sweeps.failedRun;
import static org.etascope.reporting.Sweeps.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.etascope.core.diagnosis.SharpnessSteps;
import org.etascope.core.run.RunResult;
import org.etascope.reporting.Sweeps;
import org.etascope.reporting.summary.Provenance;
import org.etascope.reporting.summary.StepSelection;
import org.etascope.reporting.summary.Sweep;
import org.etascope.reporting.summary.SweepRun;
import org.etascope.reporting.summary.SweepSummary;
import org.etascope.reporting.summary.TraceSelection;
import org.junit.jupiter.api.Test;

final class CsvReportTest {
  @Test
  void otherSweptAxesFollowTheSeed() {
    SweepRun run = new SweepRun("0", 0, List.of("relu, twice"), run("0", 0.1, 7, 2, 1).result());

    assertEquals(
        """
        run,eta,neurons,seed,network.activation,step,loss,loss_change,\
        gradient_norm,path_curvature,eta_path_curvature,gradient_cosine,active_neurons,increase,cause,\
        sharpness,two_over_eta,directional_sharpness
        0,0.1,5,7,"relu, twice",0,2.0,,,,,,,,,,,
        0,0.1,5,7,"relu, twice",1,1.0,-1.0,,,,,,,,,,
        """,
        document("steps.csv", sweep(List.of("network.activation"), run)));
  }

  @Test
  void failedRunHasItsCauseAndNoNumbers() {
    SweepRun failed = failedRun("0", 0.1, 7, "out of \"memory\"");

    assertEquals(
        """
        run,run_id,eta,neurons,seed,fate,monotone,initial_loss,final_loss,min_loss,\
        naive_increases,increases,first_increase_step,first_increase_cause,curvature_increases,\
        kink_increases,max_relative_increase,drawdown,verdict,end_state,total_rise,steps_to_recover,\
        sharpness_initial,sharpness_final,predicted_onset_step,predicted_critical_eta,\
        dead_neurons,evidence,failure
        0,%s,0.1,5,7,failed,,,,,,,,,,,,,,,,,,,,,,,"out of ""memory""\"
        """
            .formatted(failed.result().spec().id()),
        document("runs.csv", Sweeps.of(failed)));
  }

  @Test
  void divergedRunShowsItsInfiniteLoss() {
    assertEquals(
        """
        run,eta,neurons,seed,step,loss,loss_change,\
        gradient_norm,path_curvature,eta_path_curvature,gradient_cosine,active_neurons,increase,cause,\
        sharpness,two_over_eta,directional_sharpness
        0,0.1,5,7,0,1.0,,,,,,,,,,,
        0,0.1,5,7,1,Infinity,Infinity,,,,,,,,,,
        """,
        document("steps.csv", Sweeps.of(run("0", 0.1, 7, 1, Double.POSITIVE_INFINITY))));
  }

  @Test
  void everyStreamOfRunsIsClosed() {
    AtomicInteger open = new AtomicInteger();
    SweepRun run = new SweepRun("0", 0, List.of(), RunResult.of(Sweeps.spec(0.1, 0)));
    Sweep sweep =
        new Sweep(
            "sweep",
            "",
            Sweeps.data("size"),
            List.of(),
            selection -> 1,
            TraceSelection.ALL,
            StepSelection.ALL,
            new SharpnessSteps.None(),
            List.of(),
            new Provenance("0.1.0", 1, "c", "d"),
            () -> {
              open.incrementAndGet();
              return Stream.of(run).onClose(open::decrementAndGet);
            });

    Documents.of(sweep);

    assertEquals(0, open.get());
  }

  @Test
  void failureOfTheSinkIsPassedOn() {
    IOException full = new IOException("no space left on device");
    Sweep sweep = Sweeps.published();
    SweepSummary summary = SweepSummary.of(sweep);
    Findings findings = Findings.of(sweep, summary);

    assertSame(
        full,
        assertThrows(IOException.class, () -> Findings.of(sweep, summary, name -> new Full(full))));

    for (ReportFormat format : ReportFormats.all()) {
      IOException thrown =
          assertThrows(IOException.class, () -> format.write(findings, name -> new Full(full)));

      assertSame(full, thrown);
    }
  }

  private static Sweep sweep(List<String> axes, SweepRun... runs) {
    return new Sweep(
        "sweep",
        "",
        Sweeps.data("size"),
        axes,
        selection -> runs.length,
        TraceSelection.NONE,
        StepSelection.ALL,
        new SharpnessSteps.None(),
        List.of(),
        new Provenance("0.1.0", 1, "c", "d"),
        () -> Stream.of(runs));
  }

  private static String document(String name, Sweep sweep) {
    return Documents.of(sweep).getOrDefault(name, "");
  }

  private static final class Full extends Writer {
    private final IOException cause;

    Full(IOException cause) {
      this.cause = cause;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
      throw cause;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
