import { siteNames } from './config.ts';
import { applicant, oldAccount } from './people.ts';
import { startPortal } from './start-portal.ts';

/** Runs the practice portal alone until it is told to stop. */
const portal = await startPortal();
for (const name of siteNames) console.log(`${name.padEnd(10)} ${portal.origins[name]}/`);
console.log(`统一身份认证 ${applicant.account} / ${applicant.password}`);
console.log(`社保经办系统 ${oldAccount.account} / ${oldAccount.password}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    await portal.close();
    process.exit(0);
  });
}
