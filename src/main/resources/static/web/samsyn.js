// Small conveniences; every page works without them.
document.addEventListener('click', (event) => {
    for (const open of document.querySelectorAll('details.who[open]')) {
        if (!open.contains(event.target)) open.removeAttribute('open');
    }
});
document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-submit-on-change]');
    if (form) form.requestSubmit();
});
