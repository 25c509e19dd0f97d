// A plain first console: sign in, see flows and runs. Texts from the server only ever become text nodes.
const at = (id) => document.getElementById(id);

async function api(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: body ? { 'Content-Type': 'application/json' } : {},
    body: body ? JSON.stringify(body) : undefined,
    credentials: 'same-origin',
  });
  const text = await response.text();
  const json = text && response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : {};
  if (!response.ok) {
    const error = new Error(json.errors?.map((each) => each.message).join(' ') || `The server answered ${response.status}.`);
    error.status = response.status;
    throw error;
  }
  return json;
}

function element(name, content, className) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...[content ?? ''].flat());
  return made;
}

function table(titles, rows) {
  if (rows.length === 0) return element('p', 'None yet.', 'soft');
  const head = element('tr', titles.map((title) => element('th', title)));
  const lines = rows.map((cells) => element('tr', cells.map((cell) => element('td', cell))));
  return element('div', element('table', [element('thead', head), element('tbody', lines)]), 'table');
}

function status(text) {
  const good = ['active', 'succeeded', 'succeeded-handled', 'resolve'];
  const bad = ['failed', 'reject', 'unknown', 'cancelled'];
  return element('span', text, good.includes(text) ? 'good' : bad.includes(text) ? 'bad' : 'soft');
}

function notice(text) {
  at('notice').textContent = text ?? '';
  at('notice').hidden = !text;
}

const time = (text) => (text ? new Date(text).toLocaleString() : '');
const took = (run) => (run.duration_ms === null ? '' : `${run.duration_ms} ms`);

function show(signedIn) {
  at('sign-in').hidden = signedIn;
  at('overview').hidden = !signedIn;
  at('sign-out').hidden = !signedIn;
}

async function load() {
  try {
    const [flows, runs] = await Promise.all([
      api('GET', '/flows?fields=id,name,status,trigger,count(operations)&sort=name&limit=-1'),
      api('GET', '/runs?limit=25'),
    ]);
    const names = new Map(flows.data.map((flow) => [flow.id, flow.name]));
    const flowRows = flows.data.map((flow) => [
      flow.name,
      status(flow.status),
      flow.trigger ?? 'none',
      String(flow.operations_count),
    ]);
    at('flows').replaceChildren(table(['Name', 'Status', 'Trigger', 'Operations'], flowRows));
    const runRows = runs.data.map((run) => [
      opener(run.id, names.get(run.flow) ?? 'Deleted flow'),
      status(run.status),
      run.trigger,
      time(run.started_at),
      took(run),
      run.error ?? '',
    ]);
    at('runs').replaceChildren(table(['Flow', 'Status', 'Trigger', 'Started', 'Took', 'Error'], runRows));
    show(true);
  } catch (failure) {
    if (failure.status === 401 || failure.status === 403) show(false);
    else throw failure;
  }
}

function opener(id, name) {
  const button = element('button', name);
  button.type = 'button';
  button.addEventListener('click', () => attempt(() => open(id)));
  return button;
}

async function open(id) {
  const run = (await api('GET', `/runs/${encodeURIComponent(id)}`)).data;
  const parts = [element('h2', ['Run ', status(run.status)]), element('p', `${run.id} · ${time(run.started_at)} · ${took(run)}`, 'soft')];
  if (run.error) parts.push(element('p', run.error, 'bad'));
  if (!run.steps) parts.push(element('p', 'This flow keeps no steps of its runs.', 'soft'));
  (run.steps ?? []).forEach((step) => parts.push(stepCard(step)));
  if (run.finish_rule) parts.push(element('p', `Ended by rule ${run.finish_rule}`, 'soft'));
  at('run').replaceChildren(...parts);
  at('run').scrollIntoView({ behavior: 'smooth' });
}

function stepCard(step) {
  const parts = [
    element('h3', [`${step.key} (${step.type}) `, status(step.status)]),
    element('p', `Rule ${step.rule} · ${step.duration_ms} ms · attempt ${step.attempt}`, 'soft'),
  ];
  for (const name of ['options', 'output', 'error']) {
    if (step[name] !== null && step[name] !== undefined) {
      parts.push(element('div', name, 'soft'), element('pre', JSON.stringify(step[name], null, 2)));
    }
  }
  return element('article', parts, 'card');
}

async function attempt(work) {
  notice();
  try {
    await work();
  } catch (failure) {
    notice(failure.message);
  }
}

at('sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = new FormData(event.target);
  attempt(async () => {
    await api('POST', '/auth/login', { email: fields.get('email'), password: fields.get('password'), mode: 'session' });
    event.target.reset();
    await load();
    if (at('overview').hidden) notice('This account may not see flows.');
  });
});
at('sign-out').addEventListener('click', () =>
  attempt(async () => {
    await api('POST', '/auth/logout', { mode: 'session' });
    at('run').replaceChildren();
    show(false);
  }),
);
at('reload').addEventListener('click', () => attempt(load));
attempt(load);
