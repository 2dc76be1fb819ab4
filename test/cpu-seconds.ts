/** The processor's time that an action takes: unlike the clock, it hardly depends on what else the machine does. */
export function cpuSeconds(action: () => void): number {
  const before = process.cpuUsage();
  action();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}
