/** The 32 bit FNV-1a hash in lower case hexadecimal digits, without leading zeros. */
export function fnv1a32Hex(text: string): string {
  let hash = 0x811c9dc5n;
  // eslint-disable-next-line no-bitwise -- the algorithm is one of bits
  for (const byte of Buffer.from(text)) hash = BigInt.asUintN(32, (hash ^ BigInt(byte)) * 0x01000193n);
  return hash.toString(16);
}
