import { compareBytes } from '../../src/go/compare-bytes';

test.each([
  [['b', 'a', 'B', '_', '1', '.', '-', ''], ['', '-', '.', '1', 'B', '_', 'a', 'b']],
  [['kogito.events.grouping.binary', 'kogito.events.grouping'], ['kogito.events.grouping', 'kogito.events.grouping.binary']],
  [['😀', '\uffee', 'ö', 'z'], ['z', 'ö', '\uffee', '😀']],
])('%j', (words, sorted) => expect([...words].sort(compareBytes)).toEqual(sorted));
