// Forms: shows and hides questions as answers change, and lets a choice be taken back. Without it every question is visible, with
// a note saying when to answer it.
(() => {
    const answersOf = (field) => {
        const name = field.dataset.variable;
        const inputs = [...field.querySelectorAll('[name]')].filter((input) => input.name === 'a.' + name);
        return inputs
            .filter((input) => !/radio|checkbox/.test(input.type) || input.checked)
            .map((input) => input.value.trim())
            .filter((value) => value !== '' && !value.startsWith('!'));
    };

    const order = (given, wanted) => {
        const number = Number(given.replace(/[\s\u00a0]/g, '').replace(',', '.').replace('\u2212', '-'));
        return Number.isNaN(number) || Number.isNaN(Number(wanted)) ? given.localeCompare(wanted) : number - Number(wanted);
    };

    const holds = (condition, answers) => {
        const given = answers.get(condition.variable) || [];
        if (given.length === 0) return false;
        switch (condition.operator) {
            case 'answered': return true;
            case 'contains': return given.includes(condition.answer);
            case 'is': return given.length === 1 && (given[0] === condition.answer || order(given[0], condition.answer) === 0);
            case 'is-not': return !(given.length === 1 && (given[0] === condition.answer || order(given[0], condition.answer) === 0));
            case 'greater': return order(given[0], condition.answer) > 0;
            case 'less': return order(given[0], condition.answer) < 0;
            default: return true;
        }
    };

    const update = (form) => {
        const answers = new Map();
        for (const field of form.querySelectorAll('.field')) {
            const inHidden = field.parentElement.closest('.field[hidden]');
            if (field.dataset.showIf) {
                const rule = JSON.parse(field.dataset.showIf);
                const hold = (condition) => holds(condition, answers);
                field.hidden = !(rule.match === 'any' ? rule.conditions.some(hold) : rule.conditions.every(hold));
            }
            const back = field.querySelector(':scope > .clear');
            if (back) back.hidden = !field.querySelector(':scope > div input[type=radio]:checked');
            if (field.dataset.variable && !field.hidden && !inHidden) answers.set(field.dataset.variable, answersOf(field));
        }
    };

    const clear = (field) => {
        const radios = [...field.querySelectorAll(':scope > div input[type=radio]')];
        const had = radios.find((radio) => radio.checked);
        if (!had) return;
        had.checked = false;
        had.dispatchEvent(new Event('change', { bubbles: true }));
        radios[0].focus();
    };

    const addClear = (field, words) => {
        if (!field.querySelector(':scope > div input[type=radio]:enabled') || field.querySelector(':scope > .clear')) return;
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'link clear small';
        button.textContent = words;
        button.tabIndex = -1;
        button.addEventListener('click', () => clear(field));
        field.append(button);
    };

    const begin = () => {
        for (const form of document.querySelectorAll('.form-fields:not(.live)')) {
            form.classList.add('live');
            for (const field of form.querySelectorAll('.field[role=radiogroup]')) addClear(field, form.dataset.clear);
            form.addEventListener('input', () => update(form));
            form.addEventListener('change', () => update(form));
            form.addEventListener('keydown', (event) => {
                if (event.target.type === 'radio' && (event.key === 'Delete' || event.key === 'Backspace')) {
                    event.preventDefault();
                    clear(event.target.closest('.field'));
                }
            });
            update(form);
        }
    };

    begin();
    document.addEventListener('htmx:load', begin);
})();
