// One greeting through the emulator: a new phone writes to an office and must get an answer.

const answerSecondsMax = 20;
const askMilliseconds = 100;

async function ask(url, body) {
  const options = { signal: AbortSignal.timeout(5000) };
  if (body !== undefined) {
    options.method = 'POST';
    options.headers = { 'content-type': 'application/json' };
    options.body = JSON.stringify(body);
  }
  const answer = await fetch(url, options);
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 200)}`);
  return JSON.parse(text);
}

/** What the office answered, as the type of its message and its text if it has one. */
function summaryOf(message) {
  const body = message.body ?? {};
  const text = (message.type === 'interactive' ? body.body?.text : body.body) ?? '';
  return `${message.type}: ${text.split('\n')[0]}`;
}

/** Greets the office of `numberId` and gives the first line of its answer. */
export async function greet(emulatorUrl, numberId) {
  const control = `${emulatorUrl}/_emulator`;
  const phone = await ask(`${control}/phones`, { name: 'Siti' });
  await ask(`${control}/phones/${phone.wa_id}/send`, {
    number: numberId,
    type: 'text',
    text: { body: 'Halo' },
  });
  const deadline = Date.now() + answerSecondsMax * 1000;
  while (Date.now() < deadline) {
    const { messages } = await ask(`${control}/phones/${phone.wa_id}/chats/${numberId}`);
    const answer = messages.find((message) => message.direction === 'out');
    if (answer !== undefined) return summaryOf(answer);
    await new Promise((resolve) => setTimeout(resolve, askMilliseconds));
  }
  throw new Error(`the office did not answer a greeting within ${answerSecondsMax} s`);
}
