import { App, Chart } from 'cdk8s';
import { OperatorImages, OperatorVersion, SonataFlowPlatformConstruct } from 'cdk8s-sonataflow';

export const app = new App();
const platform = (namespace: string, operatorVersion: OperatorVersion) => (
  new SonataFlowPlatformConstruct(new Chart(app, namespace, { namespace }), 'Platform', { operatorVersion })
);

platform('released', OperatorVersion.OSL_1_38);
platform('patch', OperatorVersion.fromName('osl-1.37.0'));
platform('hub', OperatorVersion.fromName('rhdh-1.9'));

// The images as the operator runs them since 1.37.
platform('digests', OperatorVersion.custom({ base: OperatorVersion.OSL_1_38, images: OperatorImages.digests(OperatorVersion.OSL_1_38) }));

// A registry of one's own keeps names and tags.
platform('mirror', OperatorVersion.custom({ base: OperatorVersion.OSL_1_38, registry: 'mirror.example.org/openshift-serverless-1' }));

// As the cluster says: YAML that kubectl or oc wrote.
const config = `
apiVersion: v1
kind: ConfigMap
metadata: { name: logic-operator-controllers-config }
data:
  controllers_cfg.yaml: |
    healthFailureThresholdDevMode: 100
`;
platform('configured', OperatorVersion.fromConfig(config, OperatorVersion.OSL_1_38));

app.synth();
