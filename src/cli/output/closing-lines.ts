import { plural, list } from '../../findings/words';
import { SourceCount } from '../../loader/loader';
import { countPassedOver, PassedOverPath } from '../../loader/passed-over';

/** What a run says last of itself. */
export interface Closing {
  readonly count: SourceCount;
  /** @default 0 */
  readonly definitions?: number;
  readonly passedOver: readonly PassedOverPath[];
  /** The folders of several landscapes. */
  readonly folders: readonly string[];
  readonly judgedFor: string;
}

/** What was passed over, and what was judged for what: `34 resources (30 workflows) judged for osl-1.38 (.sonataflowrc)`. */
export function closingLines({ count: { resources, workflows }, definitions = 0, passedOver, folders, judgedFor }: Closing): string[] {
  const passed = countPassedOver(passedOver);
  const apart = folders.length === 0 ? '' : ` in ${folders.length} landscapes (${list(folders)})`;
  return [
    ...passed === undefined ? [] : [`passed over: ${passed}`],
    `${plural(resources, 'resource')} (${plural(workflows, 'workflow')})${definitions === 0 ? '' : ` and ${plural(definitions, 'definition')}`}${apart} judged for ${judgedFor}`,
  ];
}
