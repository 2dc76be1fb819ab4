/** The id of the node of a supporting service: it is known by its address, which is how workflows refer to it. */
export function serviceId(url: string): string {
  return `service ${url}`;
}
