/** Orders strings by their UTF-8 bytes, as Go does; JavaScript's own order differs beyond the basic plane. */
export function compareBytes(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) {
    const [unit, other] = [a.charCodeAt(i), b.charCodeAt(i)] as const;
    if (unit === other) continue;
    if (unit >= SURROGATES || other >= SURROGATES) return Buffer.compare(Buffer.from(a), Buffer.from(b));
    return unit < other ? -1 : 1;
  }
  return Math.sign(a.length - b.length);
}

/** From here on JavaScript orders otherwise. */
const SURROGATES = 0xd800;
