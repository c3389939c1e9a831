import { startBookkeeping } from './bookkeeping.mjs';
import { yearlyReport } from './report.mjs';

const { turnover } = await yearlyReport(await startBookkeeping(), 2025);
console.log(`Turnover of 2025: ${turnover}`);
