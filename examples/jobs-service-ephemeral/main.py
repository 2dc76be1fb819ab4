from cdk8s import App, Chart
from cdk8s_sonataflow import JobsServiceConstruct, SonataFlowPlatformConstruct

app = App()
chart = Chart(app, "jobs-service-ephemeral")
platform = SonataFlowPlatformConstruct(chart, "Platform")
JobsServiceConstruct(platform, "JobsService")
app.synth()
