import * as fc from 'fast-check';

const codePoint = fc.nat(0x10ffff).map((code) => String.fromCodePoint(code));

/** Texts of any characters, halves of pairs included; fast-check's own unit for it takes more than a second to make. */
export function anyText(constraints: Omit<fc.StringConstraints, 'unit'> = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: codePoint });
}
