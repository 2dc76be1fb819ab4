import io.github.cdk8s_sonataflow.JobsServiceConstruct;
import io.github.cdk8s_sonataflow.SonataFlowPlatformConstruct;
import org.cdk8s.App;
import org.cdk8s.Chart;

public class Main {
  public static void main(String[] args) {
    App app = new App();
    Chart chart = new Chart(app, "jobs-service-ephemeral");
    SonataFlowPlatformConstruct platform = new SonataFlowPlatformConstruct(chart, "Platform");
    new JobsServiceConstruct(platform, "JobsService");
    app.synth();
  }
}
