import { Command, Option } from 'commander';
import { addInputOptions, InputOptions, Run } from '../options/input-options';

export interface GraphOptions extends InputOptions {
  readonly format: 'mermaid' | 'svg' | 'html' | 'json';
  readonly workflow?: string;
  readonly namespace?: string;
  readonly event?: string;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow graph dist/ > wiring.mmd                       renders in a pull request and a README
  $ cdk8s-sonataflow graph dist/ --format svg > wiring.svg          needs npm install --save-dev @dagrejs/dagre
  $ cdk8s-sonataflow graph dist/ --format html > wiring.html        with facts, properties and findings of what is selected
  $ cdk8s-sonataflow graph dist/ --event orders.payment.requested   who produces and who consumes it
  $ cdk8s-sonataflow graph dist/ --workflow orders                  the states of one workflow

Of more than 60 workflows a picture shows the namespaces, until one of the options selects.

Exit status: 0, 1 when the input is refused or has not what is selected (on stderr), 2 when the command is called wrongly.`;

export function addGraph(command: Command, run: Run<GraphOptions>): void {
  command
    .description('Draws what the custom resources in the files are wired to, with what is missing and what is found, or the states of one workflow.')
    .addOption(new Option('--format <format>', 'how it is drawn').choices(['mermaid', 'svg', 'html', 'json']).default('mermaid'))
    .option('--workflow <name>', 'the states of this workflow')
    .option('--namespace <namespace>', 'only this namespace, and what it is wired to')
    .addOption(new Option('--event <type>', 'only this event type, who produces and who consumes it').conflicts('workflow'));
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action(run);
}
