// Keeps answers as they are given; what fails is tried again while the page stays open, also after the reader has signed in anew in
// another window. Each save carries the page's name and its turn, so that the server keeps the last one sent, however they arrive.
(() => {
    const form = document.getElementById('occasion');
    const status = document.getElementById('saved');
    if (!form) return;
    let dirty = false;
    let saving = false;
    let stopped = false;
    let waiting = false;
    let timer;

    const say = (text) => { status.textContent = text; };
    const later = (milliseconds) => { clearTimeout(timer); waiting = true; timer = setTimeout(save, milliseconds); };

    // A new session has a new token; the page itself carries it. Who is not signed in is led elsewhere, which is not followed.
    const renewToken = async () => {
        const answer = await fetch(location.href, { headers: { Accept: 'text/html' }, redirect: 'manual' });
        if (!answer.ok) return false;
        const token = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#occasion [name=_csrf]');
        if (token) form.elements._csrf.value = token.value;
        return Boolean(token);
    };

    const kept = async (answer) => {
        const saved = await answer.json();
        form.elements.revision.value = Math.max(form.elements.revision.value, saved.revision);
        say(saved.unread > 0 ? form.dataset.unread : form.dataset.saved.replace('{0}', saved.at));
    };

    const refused = async (answer) => {
        dirty = true;
        if (answer.status === 409) {
            stopped = true;
            say(form.dataset.conflict);
        } else if (answer.status >= 500) {
            say(form.dataset.lost);
            later(5000);
        } else if (await renewToken()) {
            later(200);
        } else {
            say(form.dataset.signin);
            later(5000);
        }
    };

    // The request leaves at once and outlives the page.
    const post = () => {
        const body = new URLSearchParams(new FormData(form));
        body.set('answer', 'json');
        form.elements.turn.value = Number(form.elements.turn.value) + 1;
        dirty = false;
        return fetch(form.dataset.save, { method: 'POST', body, keepalive: true, redirect: 'manual' });
    };

    async function save() {
        waiting = false;
        if (saving || stopped || !dirty) return;
        saving = true;
        try {
            const answer = await post();
            if (answer.ok) await kept(answer); else await refused(answer);
        } catch {
            dirty = true;
            say(form.dataset.lost);
            later(5000);
        } finally {
            saving = false;
            if (dirty && !stopped && !waiting) later(500);
        }
    }

    form.addEventListener('change', () => { dirty = true; later(100); });
    form.addEventListener('input', () => { dirty = true; later(800); });
    // Whoever comes back from signing in elsewhere need not wait.
    addEventListener('focus', () => { if (dirty && !saving) later(0); });
    form.addEventListener('submit', () => { clearTimeout(timer); stopped = true; });
    // Whoever leaves does not wait for the save under way: the last answers go after it.
    addEventListener('pagehide', () => { if (dirty && !stopped) post().catch(() => {}); });

    // Whoever comes to go on is led to the first question without an answer.
    const answeredField = (field) => field.querySelector('input:checked')
        || [...field.querySelectorAll('input, textarea, select')].some((input) => !/radio|checkbox/.test(input.type) && input.value);
    addEventListener('DOMContentLoaded', () => {
        if (document.activeElement !== document.body) return;
        const open = [...form.querySelectorAll('.field:not([hidden])')].find((field) => !answeredField(field));
        if (open) open.querySelector('input, textarea').focus();
    });

    // What was answered before this script had run is to be kept too.
    const answered = (field) => /radio|checkbox/.test(field.type) ? field.checked !== field.defaultChecked
        : /text|date/.test(field.type) && field.value !== field.defaultValue;
    if ([...form.elements].some(answered)) { dirty = true; later(100); }
})();
