// Required before a program of Node.js, it writes the most memory that the process has taken into the file BENCH_MEMORY.
const { writeFileSync } = require('node:fs');

process.on('exit', () => { writeFileSync(process.env.BENCH_MEMORY, String(process.resourceUsage().maxRSS * 1024)); });
