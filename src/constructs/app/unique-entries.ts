import { FindingsError } from '../../findings/findings-error';
import { quote } from '../../findings/words';
import { compareBytes } from '../../go/compare-bytes';
import { foundAt } from '../../rules/found';
import { RuleId } from '../../rules/rules';

/** What a collection is of. */
export interface UniqueEntriesWords {
  readonly rule: RuleId;
  /** Of whom, as the path of a construct. */
  readonly where: string;
  /** What is named, such as `the property`. */
  readonly what: string;
}

/** Values by name, one for each name: whatever the order in which they come, they are the same. */
export class UniqueEntries<T> {
  private readonly entries = new Map<string, T>();

  public constructor(private readonly words: UniqueEntriesWords, entries: ReadonlyArray<readonly [name: string, value: T]> = []) {
    for (const [name, value] of entries) this.add(name, value);
  }

  public add(name: string, value: T): void {
    const { rule, where, what } = this.words;
    if (name === '' || this.entries.has(name)) {
      throw new FindingsError([foundAt(rule, { where }, {
        given: name === '' ? `${what} ""` : `${what} ${quote(name)} a second time`,
        allowed: name === '' ? 'a name that is not empty' : 'each one once: of two the cluster would silently take one',
        fix: name === '' ? 'give it a name' : 'remove one of them',
      })]);
    }
    this.entries.set(name, value);
  }

  /** All of them, by name. */
  public get sorted(): Array<[string, T]> {
    return [...this.entries].sort(([a], [b]) => compareBytes(a, b));
  }
}
