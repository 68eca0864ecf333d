// A questionnaire page works without this. It adds three things: a lost connection loses no answer and says so, a second
// press of a button does nothing, and the server learns whether the options stood in a row or stacked.

const PREFIX = 'axial:';
const TIMEOUT = 30_000;

function store(work: (storage: Storage) => void): void {
  // Some browsers refuse storage altogether; the page then works as it does without script.
  try {
    work(sessionStorage);
  } catch {}
}

function forgetAll(): void {
  store((storage) => {
    for (const key of Object.keys(storage)) if (key.startsWith(PREFIX)) storage.removeItem(key);
  });
}

function layoutOf(form: HTMLFormElement): string {
  const options = form.querySelectorAll('.scale:not(.tall) .opt');
  const [first, second] = [options[0], options[1]];
  if (!first || !second) return '';
  return first.getBoundingClientRect().top === second.getBoundingClientRect().top ? 'row' : 'stacked';
}

function enhance(form: HTMLFormElement): void {
  const key = PREFIX + location.pathname + location.search;
  const offline = document.getElementById('offline');
  const layout = form.elements.namedItem('layout') as HTMLInputElement | null;
  let sending = false;
  let pressed = 'next';

  // The event's own `submitter` is younger than the browsers of many phones. Enter clicks the first button too.
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button) pressed = button.value;
  });

  // Answers that could not be sent before this page was loaded again.
  store((storage) => {
    const kept = new URLSearchParams(storage.getItem(key) ?? '');
    for (const radio of form.querySelectorAll<HTMLInputElement>('input[type=radio]')) {
      if (kept.get(radio.name) === radio.value) radio.checked = true;
    }
  });

  // Browsers that do not know autofocus on a box.
  document.getElementById('summary')?.focus();

  async function send(body: URLSearchParams): Promise<void> {
    const abort = new AbortController();
    const timer = setTimeout(() => abort.abort(), TIMEOUT);
    try {
      const reply = await fetch(form.action, {
        method: 'POST',
        body,
        headers: { 'axial-reply': 'address' },
        signal: abort.signal,
      });
      const next = reply.headers.get('axial-next');
      if (next) {
        // To its end, or the browser would count it as broken off.
        await reply.text();
        store((storage) => storage.removeItem(key));
        location.assign(next);
        return;
      }
      // The server has something to say: sent the plain way, its page appears. Sent twice is stored once.
      const button = document.createElement('input');
      button.type = 'hidden';
      button.name = 'go';
      button.value = body.get('go') ?? 'next';
      form.append(button);
      form.submit();
    } catch {
      sending = false;
      form.removeAttribute('aria-busy');
      if (offline) {
        offline.hidden = false;
        offline.scrollIntoView({ block: 'nearest' });
      }
    } finally {
      clearTimeout(timer);
    }
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    form.setAttribute('aria-busy', 'true');
    if (offline) offline.hidden = true;
    if (layout) layout.value = layoutOf(form);
    const body = new URLSearchParams();
    new FormData(form).forEach((value, name) => {
      if (typeof value === 'string') body.append(name, value);
    });
    body.set('go', pressed);
    store((storage) => storage.setItem(key, body.toString()));
    void send(body);
  });

  // Come back to by the browser's back button.
  addEventListener('pageshow', () => {
    sending = false;
    form.removeAttribute('aria-busy');
  });
}

const form = document.querySelector<HTMLFormElement>('#questions');
if (form) enhance(form);
else forgetAll();
