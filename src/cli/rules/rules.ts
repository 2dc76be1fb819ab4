import { readFileSync } from 'node:fs';
import { Severity } from '../../findings/finding';
import { pageOf } from '../../findings/page';
import { printableLine } from '../../findings/printable';
import { list, listNearest, quote, suggest } from '../../findings/words';
import { isRuleId, RULE_IDS, RuleId, ruleOf } from '../../rules/rules';
import { ExitStatus, Terminal } from '../exit-status';
import { packageFile } from '../package';

/** Runs the command `rules`. */
export function rules(rule: string | undefined, terminal: Terminal): ExitStatus {
  if (rule === undefined) {
    terminal.out(ruleList());
    return ExitStatus.OK;
  }
  const id = rule.toUpperCase();
  if (isRuleId(id)) {
    terminal.out(readFileSync(packageFile(pageOf(id)), 'utf8'));
    return ExitStatus.OK;
  }
  const families = RULE_IDS.filter((known) => known.startsWith(`${id}-`));
  const known = families.length > 0 ? list(families) : listNearest(id, RULE_IDS);
  terminal.err(`${printableLine(`error: ${quote(rule)} is no rule. allowed: ${known}; ${suggest(id, RULE_IDS, 'run rules for all')}`)}\n`);
  return ExitStatus.USAGE;
}

/** A line for each rule: id, weight, whether it can be acknowledged, title. */
function ruleList(): string {
  const width = Math.max(...RULE_IDS.map(({ length }) => length));
  return RULE_IDS.map((id) => `${id.padEnd(width)}  ${ruleOf(id).severity.padEnd(11)}  ${kindOf(id).padEnd(15)}  ${ruleOf(id).title}\n`).join('');
}

/** What the API server or the operator refuses is fixed. */
function kindOf(id: RuleId): string {
  const { severity, acknowledgeable } = ruleOf(id);
  return severity === Severity.ERROR && !acknowledgeable ? 'fixed' : 'acknowledgeable';
}
