// Variables can be dragged to where they shall stand, or put there by a click: into the slot last used, else the first free one.
(function () {
    "use strict";

    const slots = [...document.querySelectorAll("select[data-slot]")];
    let last = null;

    function put(slot, axis) {
        slot.value = axis;
        slot.focus();
    }

    slots.forEach((slot) => {
        slot.addEventListener("focus", () => { last = slot; });
        slot.addEventListener("dragover", (event) => event.preventDefault());
        slot.addEventListener("drop", (event) => {
            event.preventDefault();
            put(slot, event.dataTransfer.getData("text/plain"));
        });
    });
    document.querySelectorAll("[data-axis]").forEach((chip) => {
        chip.addEventListener("dragstart", (event) => event.dataTransfer.setData("text/plain", chip.dataset.axis));
        const choose = () => {
            const free = slots.find((slot) => slot.value === "");
            const slot = last || free || slots[0];
            last = null;
            put(slot, chip.dataset.axis);
        };
        chip.addEventListener("click", choose);
        // not a button of its own kind: Firefox lets those be pressed and not dragged
        chip.addEventListener("keydown", (event) => {
            if (event.key === "Enter" || event.key === " ") {
                event.preventDefault();
                choose();
            }
        });
    });
})();
