/** Orders strings by their UTF-8 bytes, as Go does; JavaScript's own order differs beyond the basic plane. */
export function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
