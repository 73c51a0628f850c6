import { startCollector } from './start-collector.ts';

/** The collector alone: `ZYB_PORT ZYB_HOST ZYB_DATA ZYB_WEB ZYB_NAME ZYB_PUBLIC_URL ZYB_RESET_ADMIN DATABASE_URL`. */
const { env } = process;
const print = (line: string) => process.stdout.write(`${line}\n`);

try {
  const collector = await startCollector({
    port: Number(env.ZYB_PORT ?? 8790),
    host: env.ZYB_HOST,
    dataFolder: env.ZYB_DATA ?? '.data/collector',
    databaseUrl: env.DATABASE_URL || undefined,
    name: env.ZYB_NAME,
    webFolder: env.ZYB_WEB,
    publicUrl: env.ZYB_PUBLIC_URL,
    resetAdmin: env.ZYB_RESET_ADMIN === '1',
  });
  print(`归集服务：${collector.url}`);
  print(`一次性登录链接（15 分钟内有效，只能用一次）：${await collector.createSignInLink()}`);
  if (env.ZYB_RESET_ADMIN === '1')
    print('第一个管理员的密码已清除：请用上面的链接登录并设新密码，然后去掉 ZYB_RESET_ADMIN 再启动。');
  print(`一次性登记码（24 小时内有效，只能用一次）：${await collector.createEnrolmentCode()}`);
  if (!env.DATABASE_URL)
    print('正在使用内置数据库：适合试用和单个单位；断电时最近的写入可能丢失，正式使用请设置 DATABASE_URL。');
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void collector.close());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
