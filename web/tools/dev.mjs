// `npm run dev -- phone http://127.0.0.1:8090`: the app with live reload, its API at the given server.
import { createServer } from 'vite';
import { apps, vite_config } from './apps.mjs';

const app = process.argv[2] ?? apps[0];
const target = process.argv[3] ?? 'http://127.0.0.1:8090';
const config = vite_config(app);
config.server.proxy = { '/_emulator': target };
const server = await createServer(config);
await server.listen();
server.printUrls();
