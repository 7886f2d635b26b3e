// Keeps answers as they are given. One save at a time; what fails is tried again while the page stays open, also after the
// reader has signed in anew in another window.
(() => {
    const form = document.getElementById('occasion');
    const status = document.getElementById('saved');
    if (!form) return;
    let dirty = false;
    let saving = false;
    let stopped = false;
    let sending = false;
    let underWay = Promise.resolve();
    let timer;

    const say = (text) => { status.textContent = text; };
    const later = (milliseconds) => { clearTimeout(timer); timer = setTimeout(save, milliseconds); };

    // A new session has a new token; the page itself carries it.
    const renewToken = async () => {
        const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
        const token = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('#occasion [name=_csrf]');
        if (token) form.elements._csrf.value = token.value;
        return Boolean(token);
    };

    const kept = async (answer) => {
        const saved = await answer.json();
        form.elements.revision.value = saved.revision;
        say(saved.unread > 0 ? form.dataset.unread : form.dataset.saved.replace('{0}', saved.at));
    };

    const refused = async (answer) => {
        dirty = true;
        if (answer.status === 409) {
            stopped = true;
            say(form.dataset.conflict);
        } else if (await renewToken()) {
            later(200);
        } else {
            say(form.dataset.signin);
            later(5000);
        }
    };

    function save() {
        if (saving || stopped || !dirty) return;
        saving = true;
        underWay = send();
    }

    async function send() {
        dirty = false;
        try {
            const body = new URLSearchParams(new FormData(form));
            body.set('answer', 'json');
            const answer = await fetch(form.dataset.save, { method: 'POST', body, keepalive: true, redirect: 'manual' });
            if (answer.ok) await kept(answer); else await refused(answer);
        } catch {
            dirty = true;
            say(form.dataset.lost);
            later(5000);
        } finally {
            saving = false;
            if (dirty && !stopped) later(500);
        }
    }

    form.addEventListener('change', () => { dirty = true; later(100); });
    form.addEventListener('input', () => { dirty = true; later(800); });
    // A save under way gives the form a new revision, which it must be sent with: wait for it.
    form.addEventListener('submit', (event) => {
        clearTimeout(timer);
        if (!saving) {
            stopped = true;
            return;
        }
        event.preventDefault();
        if (sending) return;
        sending = true;
        underWay.finally(() => { sending = false; form.requestSubmit(event.submitter); });
    });
    addEventListener('pagehide', save);

    // What was answered before this script had run is to be kept too.
    const answered = (field) => /radio|checkbox/.test(field.type) ? field.checked !== field.defaultChecked
        : /text|date/.test(field.type) && field.value !== field.defaultValue;
    if ([...form.elements].some(answered)) { dirty = true; later(100); }
})();
