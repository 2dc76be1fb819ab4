import { ApiObject, App, Chart, Names, YamlOutputType } from 'cdk8s';
import { IConstruct } from 'constructs';
import { identityOf, OwnedFinding } from './same-objects';
import { declaredAt } from '../../../checks/declarations/declaration';
import { list, quote } from '../../../findings/words';
import { groupBy } from '../../../json/group-by';
import { found } from '../../../rules/found';

/**
 * Objects that cdk8s writes to one file, so that all but the last are lost: where it writes a file for each it names them by kind and name
 * alone, and the names that the operator asks for are the same in all namespaces.
 */
export function filesOfTwo(app: IConstruct, written: readonly ApiObject[]): OwnedFinding[] {
  if (!(app instanceof App)) return [];
  const { yamlOutputType: mode } = app;
  if (mode !== YamlOutputType.FILE_PER_RESOURCE && mode !== YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE) return [];
  const perChart = mode === YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE;
  const lost = lostFiles(written, perChart);
  const [first] = lost;
  if (!first) return [];
  const alternative = perChart || lostFiles(written, true).length > 0 ? 'FILE_PER_CHART' : 'FOLDER_PER_CHART_FILE_PER_RESOURCE';
  const finding = found('SF-OUTPUT-TWO', declaredAt(app.node.path), {
    given: `YamlOutputType.${YamlOutputType[mode]}, which writes ${lost.flat().length} objects to ${lost.length} ${lost.length === 1 ? 'file' : 'files'}, such as ${
      list(first.map(({ node }) => node.path))} to ${quote(fileOf(first[0]!, perChart))}`,
    allowed: 'a file for each object: of those of one file all but the last are lost',
    fix: `give the app yamlOutputType: YamlOutputType.${alternative}`,
  });
  return [{ finding }];
}

function lostFiles(written: readonly ApiObject[], perChart: boolean): ApiObject[][] {
  return [...groupBy(written, (object) => fileOf(object, perChart)).values()].filter((objects) => new Set(objects.map(identityOf)).size > 1);
}

function fileOf(object: ApiObject, perChart: boolean): string {
  const file = `${object.kind}.${object.name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
  return perChart ? `${Names.toDnsLabel(Chart.of(object))}/${file}` : file;
}
