import { Command, InvalidArgumentError, Option } from 'commander';
import { list, quote } from '../../findings/words';
import { hopsBetween, nearestRelease, reachableFrom, UPGRADE_NAMES, UpgradeRelease, upgradeRelease } from '../../upgrade/releases';
import { addInputOptions, InputOptions, Run } from '../options/input-options';

export interface UpgradePlanOptions extends InputOptions {
  readonly from: UpgradeRelease;
  readonly to: UpgradeRelease;
  readonly format: string;
}

const EXAMPLES = `
Examples:
  $ cdk8s-sonataflow upgrade-plan dist --from osl-1.36 --to osl-1.38 > plan.md
  $ kubectl get sonataflow,sonataflowplatform,configmap,hpa,pdb -A -o yaml | cdk8s-sonataflow upgrade-plan - --from rhdh-1.8 --to rhdh-1.10
  $ cdk8s-sonataflow upgrade-plan dist --from 10.1.0 --to 1.x --format json

Exit status: 0, 2 when the input is refused (findings on stderr) or the command is called wrongly.`;

export function addUpgradePlan(command: Command, run: Run<UpgradePlanOptions>): void {
  command
    .description('Writes the plan of an upgrade of the operator for exactly what is in the files: hop by hop what to do before, at and after it, by whom, '
      + 'why, what is away meanwhile, what is lost and what to back up. It changes nothing.')
    .addOption(new Option('--from <version>', `operator that is there: ${list(UPGRADE_NAMES)}`).argParser(knownRelease).makeOptionMandatory())
    .addOption(new Option('--to <version>', 'operator that is to be there').argParser(knownRelease).makeOptionMandatory())
    .addOption(new Option('--format <format>', 'how it is written').choices(['markdown', 'json']).default('markdown'));
  addInputOptions(command)
    .addHelpText('after', EXAMPLES)
    .action((files: readonly string[], options: UpgradePlanOptions) => {
      const problem = usageProblem(options);
      if (problem !== undefined) command.error(`error: ${problem}`);
      run(files, options);
    });
}

function knownRelease(name: string): UpgradeRelease {
  const known = upgradeRelease(name);
  if (known) return known;
  const nearest = nearestRelease(name);
  throw new InvalidArgumentError(`allowed: ${UPGRADE_NAMES.join(', ')}${nearest === undefined ? '' : `; did you mean ${quote(nearest)}?`}`);
}

function usageProblem({ from, to, operator }: UpgradePlanOptions): string | undefined {
  if (operator !== undefined) return '--operator; allowed: --from and --to, which say both operators';
  if (hopsBetween(from, to).length > 0) return undefined;
  const reachable = reachableFrom(from);
  if (reachable.length === 0) return `no way is known from ${from.name} to another operator`;
  return `no way is known from ${from.name} to ${to.name}; allowed: ${reachable.join(', ')}; did you mean ${quote(nearestRelease(to.name, reachable) ?? reachable[0])}?`;
}
