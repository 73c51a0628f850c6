import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const kit = 'govuk-prototype-kit';
/** A package with one template, as departments make them for their prototypes: the kit lists it and makes pages of it. */
const templates = 'question-templates';
const question = `{% extends "layouts/main.html" %}
{% from "govuk/components/input/macro.njk" import govukInput %}
{% from "govuk/components/radios/macro.njk" import govukRadios %}
{% from "govuk/components/select/macro.njk" import govukSelect %}
{% from "govuk/components/button/macro.njk" import govukButton %}
{% block pageTitle %}Renew a library card{% endblock %}
{% block content %}
<h1 class="govuk-heading-l">Renew a library card</h1>
<p class="govuk-body">Renewing takes 3 working days and costs £2.50. Bring form LC-2024-0017.</p>
<form method="post" action="/check-answers" novalidate>
  {{ govukInput({ label: { text: "Favourite author" }, id: "author", name: "author" }) }}
  {{ govukRadios({ name: "post", fieldset: { legend: { text: "Send it by post" } },
    items: [{ value: "yes", text: "Yes" }, { value: "no", text: "No" }] }) }}
  {{ govukSelect({ label: { text: "Branch" }, id: "branch", name: "branch",
    items: [{ text: "Central library" }, { text: "Harbour branch" }] }) }}
  {{ govukButton({ text: "Continue" }) }}
</form>
{% endblock %}
`;

export type RunningPrototype = { origin: string; close(): Promise<void> };

/**
 * A web application that this project did not write: a GOV.UK Prototype Kit project as its own starter makes it, in a
 * temporary folder, served on a free port. Rejects with the kit's own words when it does not come up.
 */
export async function startPrototype(): Promise<RunningPrototype> {
  const folder = await mkdtemp(join(tmpdir(), 'zyb-prototype-'));
  await cp(join(root, 'node_modules', kit, 'prototype-starter'), folder, { recursive: true });
  const dependencies = {
    [kit]: await versionOf(kit),
    'govuk-frontend': await versionOf('govuk-frontend'),
    [templates]: '1.0.0',
  };
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'prototype', private: true, dependencies }),
  );
  await linkPackages(join(folder, 'node_modules'));
  const port = await freePort();
  const child = spawn(process.execPath, [join('node_modules', kit, 'listen-on-port.js')], {
    cwd: folder,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      KIT_PROJECT_DIR: folder,
      USE_BROWSER_SYNC: 'false',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(folder, { recursive: true, force: true });
  };
  let said = '';
  const hear = (data: Buffer) => {
    said += data.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const origin = `http://localhost:${port}`;
  try {
    await Promise.race([
      answers(origin, () => child.exitCode !== null),
      ended.then(() => {
        throw new Error('it ended');
      }),
    ]);
  } catch (error) {
    await close();
    throw new Error(`the prototype did not start: ${String(error)}\n${said}`, { cause: error });
  }
  return { origin, close };
}

/** It says that it runs a moment before it listens: asked until it answers. */
async function answers(origin: string, gone: () => boolean): Promise<void> {
  for (const until = Date.now() + 60_000; Date.now() < until && !gone(); ) {
    const answer = await fetch(origin).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error('no answer');
}

/** All packages installed here under the project's own `node_modules`, and the templates beside them. */
async function linkPackages(packages: string): Promise<void> {
  const from = join(root, 'node_modules');
  const own = join(packages, templates);
  await mkdir(join(own, 'templates'), { recursive: true });
  const names = (await readdir(from)).filter((name) => !name.startsWith('.'));
  await Promise.all(names.map((name) => symlink(join(from, name), join(packages, name))));
  const listed = [{ name: 'Question page', path: '/templates/question.html', type: 'nunjucks' }];
  await writeFile(join(own, `${kit}.config.json`), JSON.stringify({ templates: listed }));
  await writeFile(join(own, 'package.json'), JSON.stringify({ name: templates, version: '1.0.0' }));
  await writeFile(join(own, 'templates', 'question.html'), question);
}

async function versionOf(name: string): Promise<string> {
  const text = await readFile(join(root, 'node_modules', name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

/** The kit wants to be told its port, and in development takes the one 50 below for itself as well. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
