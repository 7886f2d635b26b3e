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
// A file that would be refused is told of before it is sent.
document.addEventListener('change', (event) => {
    const { mostBytes, tooLarge } = event.target.dataset;
    if (!mostBytes) return;
    const large = [...event.target.files].some((file) => file.size > Number(mostBytes));
    event.target.setCustomValidity(large ? tooLarge : '');
    event.target.reportValidity();
});
// A second click while the answer is on its way sends nothing.
document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented) return;
    if (form.dataset.sent) {
        event.preventDefault();
        return;
    }
    form.dataset.sent = 'yes';
    setTimeout(() => { delete form.dataset.sent; }, 3000);
});
