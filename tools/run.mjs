// ./dev run [--check]: starts the server and the emulator of WhatsApp with the demo offices, says
// what to open, and ends both at Ctrl-C. --check greets one office instead of waiting, and stops.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { greet } from './running/greeting.mjs';
import { freePort, Program, runToEnd } from './running/program.mjs';

const root = join(import.meta.dirname, '..');
const serverPort = 8080;
const emulatorPort = 8090;
const readySecondsMax = 60;

const isCheck = process.argv.includes('--check');
const option = (name) =>
  process.argv.find((text) => text.startsWith(`--${name}=`))?.slice(name.length + 3);
const programs = option('programs') ?? join(root, 'build/bin');
const state = option('state') ?? (isCheck ? mkdtempSync(join(tmpdir(), 'antre-')) : `${root}/var`);

const running = [];
let isOurs = false; // whether run.json speaks of this process
const stateFile = join(state, 'run.json');

function say(line) {
  console.log(line);
}

/** Another `./dev run` of the same state that is still there, else undefined. */
function alreadyRunning() {
  if (!existsSync(stateFile)) return undefined;
  try {
    const other = JSON.parse(readFileSync(stateFile, 'utf8'));
    process.kill(other.pid, 0);
    return other;
  } catch {
    return undefined;
  }
}

/** The demo's own secrets: made once for a checkout, never part of it. */
function secrets() {
  const file = join(state, 'secrets.json');
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('hex');
    const made = { app: secret(), verify: secret(), access: secret() };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600 });
  }
  return JSON.parse(readFileSync(file, 'utf8'));
}

async function ports() {
  const server = await freePort(serverPort);
  const emulator = await freePort(emulatorPort, [server]);
  if (server !== serverPort) say(`port ${serverPort} is taken: the server uses ${server}`);
  if (emulator !== emulatorPort)
    say(`port ${emulatorPort} is taken: the emulator uses ${emulator}`);
  return { server: `127.0.0.1:${server}`, emulator: `127.0.0.1:${emulator}` };
}

function settings(address, secret) {
  return {
    ...process.env,
    ANTRE_SERVER_LISTEN: address.server,
    ANTRE_STORE_URL: `sqlite:${join(state, 'antre.db')}`,
    ANTRE_WHATSAPP_GRAPH_URL: `http://${address.emulator}`,
    ANTRE_WHATSAPP_APP_SECRET: secret.app,
    ANTRE_WHATSAPP_VERIFY_TOKEN: secret.verify,
    ANTRE_WHATSAPP_ACCESS_TOKEN: secret.access,
    ANTRE_WEB_PUBLIC_URL: `http://${address.server}`,
  };
}

/** Creates or upgrades the store and fills it with the demo offices if it has none. */
function prepareStore(antre, env) {
  runToEnd([antre, 'migrate'], env);
  const list = () => runToEnd([antre, 'admin', 'offices', '--json'], env);
  if (JSON.parse(list()).length === 0) {
    runToEnd([antre, 'admin', 'load', join(root, 'data/demo')], env);
  }
  const text = list();
  writeFileSync(join(state, 'offices.json'), text);
  return JSON.parse(text);
}

/** The pilot offices have the form inside WhatsApp; their keys are made once for a checkout. */
function prepareForms(antre, env, offices) {
  const pilots = offices.filter(({ state: stage }) => stage === 'pilot');
  for (const { id } of pilots) {
    const key = join(state, `form-${id}.pem`);
    if (!existsSync(key)) runToEnd([antre, 'whatsapp', 'flows', 'keygen', '--out', key], env);
    env[`ANTRE_WHATSAPP_FLOWS.${id}.PRIVATE_KEY_FILE`] = key;
  }
  return pilots;
}

/** The emulator has forgotten the forms: they are brought to it again. */
function submitForms(antre, env, pilots) {
  for (const { id, phone_number_id: number, waba_id: account } of pilots) {
    const where = ['--office', id, '--number', number, '--account', account];
    runToEnd([antre, 'whatsapp', 'flows', 'submit', ...where], env);
  }
}

/** So are the templates: without them no notice goes out a day after somebody wrote. */
function submitTemplates(antre, env) {
  runToEnd([antre, 'whatsapp', 'templates', 'submit'], env);
}

function start(name, command, env) {
  const program = new Program(name, command, { env, log: join(state, `${name}.log`) });
  running.push(program);
  return program;
}

async function startAll(address, secret, env) {
  const flags = {
    listen: address.emulator,
    callback: `http://${address.server}/webhooks/whatsapp`,
    'app-secret': secret.app,
    'verify-token': secret.verify,
    'access-token': secret.access,
    numbers: join(state, 'offices.json'),
  };
  const pages = join(root, 'web/dist/phone');
  if (existsSync(pages)) flags.web = pages;
  const emulator = join(programs, 'antre-whatsapp-emulator');
  const args = Object.entries(flags).flatMap(([flag, value]) => [`--${flag}`, value]);
  const phone = start('emulator', [emulator, ...args], env);
  const server = start('server', [join(programs, 'antre'), 'serve'], env);
  await phone.answers(`http://${address.emulator}/_emulator/state`, readySecondsMax);
  await server.answers(`http://${address.server}/readyz`, readySecondsMax);
}

function openOffice(offices) {
  const office = offices.find(({ state: stage }) => stage === 'live') ?? offices[0];
  if (office === undefined) throw new Error('data/demo has no office');
  return office;
}

function explain(address, offices) {
  const began = Number(process.env.DEV_BEGAN ?? 0);
  const took = began > 0 ? ` (ready after ${Math.round(Date.now() / 1000 - began)} s)` : '';
  say(`
Antre is running with ${offices.length} offices${took}.

  Phones     http://${address.emulator}/
  Server     http://${address.server}/readyz
  Logs       ${join(state, 'server.log')}
             ${join(state, 'emulator.log')}

Open the phones, choose ${openOffice(offices).name}, and write: Halo
Ctrl-C ends it; the state stays in ${state}.
`);
}

async function endAll() {
  await Promise.all(running.map((program) => program.end()));
  if (isOurs) rmSync(stateFile, { force: true });
  if (isCheck && option('state') === undefined) rmSync(state, { recursive: true, force: true });
}

async function main() {
  mkdirSync(state, { recursive: true });
  const other = alreadyRunning();
  if (other !== undefined) {
    throw new Error(`it is running already (process ${other.pid}): open ${other.phones}`);
  }
  for (const name of ['antre', 'antre-whatsapp-emulator']) {
    const path = join(programs, name);
    if (!existsSync(path)) throw new Error(`${path} is not built: ./dev build`);
  }
  const address = await ports();
  const secret = secrets();
  const env = settings(address, secret);
  const offices = prepareStore(join(programs, 'antre'), env);
  const about = { pid: process.pid, phones: `http://${address.emulator}/` };
  about.server = `http://${address.server}/`;
  writeFileSync(stateFile, JSON.stringify(about));
  isOurs = true;
  const antre = join(programs, 'antre');
  const pilots = prepareForms(antre, env, offices);
  await startAll(address, secret, env);
  submitForms(antre, env, pilots);
  submitTemplates(antre, env);
  if (isCheck) {
    const office = openOffice(offices);
    const answer = await greet(`http://${address.emulator}`, office.phone_number_id);
    say(`${office.name} answered a greeting with ${answer}`);
    return;
  }
  explain(address, offices);
  const first = await Promise.race(
    running.map(
      async (program) => `${program.name} ${await program.ended}\n${program.lastWords()}`,
    ),
  );
  throw new Error(first);
}

let isEnding = false;
async function leave(code) {
  if (isEnding) return;
  isEnding = true;
  await endAll();
  process.exit(code);
}
process.on('SIGINT', () => leave(0));
process.on('SIGTERM', () => leave(0));

try {
  await main();
  await leave(0);
} catch (error) {
  if (!isEnding) console.error(`./dev run: ${error.message}`);
  await leave(1);
}
