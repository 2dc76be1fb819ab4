import { Manifest, manifest, ManifestIdentity } from './manifest';
import { DisruptionBudget, isAmount } from '../../model/disruption-budget';
import { Landscape } from '../../model/landscape';

/**
 * The PodDisruptionBudget of a workflow or service; a value that the API server refuses is not written by a corrected rendering.
 *
 * @see operator-behaviour 11.1
 */
export function disruptionBudget(
  { corrected }: Landscape,
  identity: Pick<ManifestIdentity, 'name' | 'namespace' | 'labels'>,
  selector: Readonly<Record<string, string>>,
  budget: DisruptionBudget | undefined,
): Manifest[] {
  if (!budget || (corrected && !isAmount(budget.value))) return [];
  return [manifest({ apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', ...identity }, {
    spec: { [budget.field]: budget.value, selector: { matchLabels: { ...selector } } },
  })];
}
