import { Command, Option } from 'commander';
import { addInputOptions, InputOptions, Run } from '../options/input-options';

export const SERVICE_NAMES = ['jobs-service', 'data-index'] as const;

export interface ExplainOptions extends InputOptions {
  readonly workflow?: string;
  readonly service?: typeof SERVICE_NAMES[number];
  readonly namespace?: string;
  readonly format: string;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow explain dist/ --workflow orders
  $ kubectl get sonataflow,sonataflowplatform,configmap -o yaml | cdk8s-sonataflow explain - --workflow orders
  $ cdk8s-sonataflow explain dist/ --workflow orders --namespace shop --format json
  $ cdk8s-sonataflow explain dist/ --service jobs-service

Exit status: 0, 1 when the input is refused or has no such workflow (findings on stderr), 2 when the command is called wrongly.`;

export function addExplain(command: Command, run: Run<ExplainOptions>): void {
  command
    .description('Says for each environment variable and application property of a workflow or a service where its value comes from and what it overrides.')
    .option('--workflow <name>', 'the workflow (default: the only one)')
    .addOption(new Option('--service <service>', 'a supporting service in place of a workflow').choices(SERVICE_NAMES).conflicts('workflow'))
    .option('--namespace <namespace>', 'its namespace, where several have the name')
    .addOption(new Option('--format <format>', 'how it is written').choices(['text', 'json']).default('text'));
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(run);
}
