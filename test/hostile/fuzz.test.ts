import { fuzz } from './fuzz';

test.each([1, 2])('random input, seed %i', (seed) => {
  fuzz(5, seed);
});
