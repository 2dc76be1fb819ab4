import { imagePullPolicy } from '../../../src/manifests/parts/pod-spec';

test.each([
  ['', undefined],
  ['image', 'Always'],
  ['registry.example.org/image:latest', 'Always'],
  ['registry.example.org/image:1', undefined],
  ['registry:5000/image', undefined],
])('pull policy of %p', (image, policy) => expect(imagePullPolicy(image)).toBe(policy));
