// Required before a program of Node.js, it writes what the process has taken into the file BENCH_USAGE: the most memory, and which part of the
// time of the processor went to other threads than that of the program, in which V8 compiles and collects garbage.
const { existsSync, readFileSync, writeFileSync } = require('node:fs');

const SCHEDULED = `/proc/self/task/${process.pid}/schedstat`;

process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  const all = (userCPUTime + systemCPUTime) / 1e6;
  const own = existsSync(SCHEDULED) ? Number(readFileSync(SCHEDULED, 'utf8').split(' ')[0]) / 1e9 : all;
  writeFileSync(process.env.BENCH_USAGE, JSON.stringify({ memory: maxRSS * 1024, beside: Math.max(0, 1 - own / all) }));
});
