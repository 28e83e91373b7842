package org.etascope.experiments.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import java.time.InstantSource;
import org.etascope.experiments.engine.Engine;
import org.etascope.reporting.format.ReportFormat;
import org.etascope.reporting.format.ReportFormats;

/** What has a lifetime or a real choice. */
final class EtascopeModule extends AbstractModule {
  @Override
  protected void configure() {
    bind(InstantSource.class).toInstance(Clock.systemUTC());
    bind(GitHubActions.class).toInstance(new GitHubActions(System.getenv()));
    bind(Engine.class);
    bind(ProgressChoice.class);
    bind(ReportWriter.class);
    bind(SweepRunner.class);
    Multibinder<ReportFormat> formats = Multibinder.newSetBinder(binder(), ReportFormat.class);
    ReportFormats.all().forEach(format -> formats.addBinding().toInstance(format));

    bind(Etascope.class).toProvider(Etascope::new);
    bind(ValidateCommand.class);
    bind(PlanCommand.class);
    bind(RunCommand.class);
    bind(ReportCommand.class);
    bind(TraceCommand.class);
    bind(StatusCommand.class);
    bind(CheckCommand.class);
    bind(DiffCommand.class);
    binder().requireExplicitBindings();
  }
}
