/**
 * Settings of the engine for a command, which is soon over. That of Node.js 20 compiles a function anew after so few runs that a command pays for it
 * and does not win it back: where it waits three times as long, a check of 1,000 custom resources takes a quarter less of the processor's time. Newer
 * ones have a quicker compiler for that, and do not know the setting.
 *
 * @param version of Node.js
 */
export function engineFlags(version: string): string[] {
  return version.startsWith('v20.') ? ['--interrupt-budget=200000'] : [];
}
