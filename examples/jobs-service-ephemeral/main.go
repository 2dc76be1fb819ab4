package main

import (
	"github.com/aws/jsii-runtime-go"
	"github.com/cdk8s-sonataflow/cdk8s-sonataflow/sonataflow"
	"github.com/cdk8s-team/cdk8s-core-go/cdk8s/v2"
)

func main() {
	app := cdk8s.NewApp(nil)
	chart := cdk8s.NewChart(app, jsii.String("jobs-service-ephemeral"), nil)
	platform := sonataflow.NewSonataFlowPlatformConstruct(chart, jsii.String("Platform"), nil)
	sonataflow.NewJobsServiceConstruct(platform, jsii.String("JobsService"), nil)
	app.Synth()
}
