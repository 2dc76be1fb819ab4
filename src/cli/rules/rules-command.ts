import { Command } from 'commander';

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow rules
  $ cdk8s-sonataflow rules SF-EVENT-NO-BROKER

Exit status: 0, 2 when there is no such rule.`;

export function addRules(command: Command, run: (rule: string | undefined) => void): void {
  command
    .description('Lists the ids of the rules, how much each weighs, and whether it can be acknowledged. With an id: prints its page.')
    .argument('[rule]', 'id of a rule')
    .addHelpText('after', EXAMPLES)
    .action(run);
}
