/* Draws comparisons and lets arrow keys walk the map. The table beside tells everything; this only repeats what is shown in it. */
(function () {
    "use strict";

    const drawn = [];

    function colour(name) {
        return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    }

    function language() {
        return document.documentElement.lang.startsWith("en") ? "en-GB" : "sv-SE";
    }

    function writer(drawing) {
        const format = new Intl.NumberFormat(language(), {minimumFractionDigits: drawing.decimals, maximumFractionDigits: drawing.decimals});
        return (value) => format.format(value) + drawing.unit;
    }

    /* Marks of axes bear no more decimals than they need. */
    function tickWriter(drawing) {
        const format = new Intl.NumberFormat(language(), {maximumFractionDigits: Math.max(drawing.decimals, 1)});
        return (value) => format.format(value) + drawing.unit;
    }

    const TONES = {own: "own", women: "women", men: "men", group: "group", reference: "other", nation: "total", target: "target", limit: "limit"};
    const DASHES = {group: [6, 4], reference: [2, 3], nation: [10, 3, 2, 3], target: [1, 3]};
    const SIGNS = {own: "circle", women: "circle", men: "diamond", group: "rect", reference: "triangle", nation: "emptyCircle", target: "pin"};

    function ink() {
        return colour("pico-color") || "#222";
    }

    function base(drawing, names) {
        return {
            animation: false,
            textStyle: {fontFamily: "system-ui, sans-serif", color: ink()},
            aria: {enabled: false},
            legend: {show: names.length > 1, top: 0, left: 0, textStyle: {color: ink()}, data: names, itemHeight: 10, itemWidth: 22},
            tooltip: {trigger: "item", renderMode: "richText"}
        };
    }

    function legendHeight(names, width) {
        const wide = names.reduce((sum, name) => sum + name.length * 7.2 + 50, 0);
        return names.length < 2 ? 10 : 14 + 22 * Math.ceil(wide / Math.max(width, 200));
    }

    function room(values) {
        const known = values.filter((value) => value !== null && value !== undefined);
        const low = Math.min(...known);
        const high = Math.max(...known);
        const margin = (high - low || Math.abs(high) || 1) * 0.12;
        return low >= 0 && low < (high - low) * 1.2 ? [0, high + margin] : [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
    }

    /* ---- Lines over the years ---- */
    function lines(drawing, width) {
        const written = writer(drawing);
        const names = drawing.series.map((line) => line.name);
        const all = drawing.series.flatMap((line) => line.values.concat(line.low || [], line.high || []));
        const [low, high] = room(all);
        const series = [];
        drawing.series.forEach(function (line) {
            const tone = colour(TONES[line.tone]);
            const main = line.tone === "own" || line.tone === "women" || line.tone === "men";
            stretches(drawing, line.values).forEach((values, part) => series.push({
                type: "line",
                name: line.name,
                data: values,
                connectNulls: false,
                symbol: SIGNS[line.tone],
                symbolSize: main ? 8 : line.tone === "target" ? 12 : 5,
                lineStyle: {color: tone, width: main ? 3 : 1.8, type: DASHES[line.tone] || "solid"},
                itemStyle: {color: tone, borderColor: colour("surface"), borderWidth: main ? 1.5 : 0},
                z: main ? 5 : 3,
                markLine: main && drawing.marks.length > 0 && part === 0 && series.filter((one) => one.markLine).length === 0 ? breaks(drawing) : undefined
            }));
            if (main && line.low && line.low.some((value) => value !== null)) {
                series.push(band(drawing, line, tone));
            }
        });
        return Object.assign(base(drawing, names), {
            grid: {left: 4, right: 22, top: legendHeight(names, width) + 6, bottom: 4, containLabel: true},
            xAxis: {type: "category", data: drawing.labels, boundaryGap: false, axisLine: {lineStyle: {color: colour("line")}}, axisTick: {show: false}, axisLabel: {color: ink(), hideOverlap: true}},
            yAxis: {type: "value", min: low, max: high, splitNumber: 4, axisLabel: {color: ink(), formatter: tickWriter(drawing), showMinLabel: low === 0, showMaxLabel: false}, splitLine: {lineStyle: {color: colour("line")}}},
            tooltip: {trigger: "axis", renderMode: "richText", formatter: (ps) => ps[0].axisValue + ps.filter((p) => p.value !== null && p.value !== undefined && p.seriesType === "line").map((p) => "\n" + p.seriesName + ": " + written(p.value)).join("")},
            series: series
        });
    }

    /* A break parts a line: values before and after it are not joined. */
    function stretches(drawing, values) {
        const starts = [0].concat(drawing.marks.map((mark) => mark.at));
        return starts.map((start, i) => values.map((value, at) => (at >= start && (i + 1 === starts.length || at < starts[i + 1]) ? value : null)));
    }

    function breaks(drawing) {
        return {
            silent: true,
            symbol: "none",
            lineStyle: {color: ink(), type: "dashed", width: 1},
            label: {show: true, formatter: "‖", color: ink(), fontSize: 14},
            data: drawing.marks.map((mark) => ({xAxis: drawing.labels[mark.at]}))
        };
    }

    function band(drawing, line, tone) {
        return {
            type: "custom",
            name: line.name,
            silent: true,
            z: 1,
            tooltip: {show: false},
            data: line.values.map((value, i) => [i, line.low[i], line.high[i]]).filter((d) => d[1] !== null && d[1] !== undefined),
            renderItem: function (params, api) {
                const low = api.coord([api.value(0), api.value(1)]);
                const high = api.coord([api.value(0), api.value(2)]);
                return {type: "line", shape: {x1: low[0], y1: low[1], x2: high[0], y2: high[1]}, style: {stroke: tone, lineWidth: 6, opacity: 0.28, lineCap: "round"}};
            }
        };
    }

    /* ---- Dots with intervals ---- */
    function dots(drawing, width) {
        const written = writer(drawing);
        const names = drawing.series.map((line) => line.name);
        const all = drawing.series.flatMap((line) => line.values.concat(line.low || [], line.high || [])).concat(drawing.baseline === null ? [] : [drawing.baseline]);
        const [low, high] = room(all);
        const series = [];
        drawing.series.forEach(function (line, at) {
            const tone = colour(TONES[line.tone]);
            const shift = drawing.series.length > 1 ? (at - (drawing.series.length - 1) / 2) * 9 : 0;
            const own = (i) => line.names[i] === "own" && line.tone === "group" ? colour("own") : line.names[i] === "reference" && line.tone === "group" ? colour("other") : tone;
            const whiskers = line.low.some((value) => value !== null && value !== undefined) ? [{
                    type: "custom", name: line.name, silent: true, z: 2, tooltip: {show: false},
                    data: line.values.map((value, i) => [i, line.low[i], line.high[i]]).filter((d) => d[1] !== null && d[1] !== undefined),
                    renderItem: function (params, api) {
                        const from = api.coord([api.value(1), api.value(0)]);
                        const to = api.coord([api.value(2), api.value(0)]);
                        return {type: "line", shape: {x1: from[0], y1: from[1] + shift, x2: to[0], y2: to[1] + shift}, style: {stroke: own(api.value(0)), lineWidth: 3, opacity: 0.45, lineCap: "round"}};
                    }
            }] : [];
            series.push({
                type: "scatter", name: line.name, z: 5, symbol: SIGNS[line.tone] === "rect" ? "circle" : SIGNS[line.tone], symbolSize: 11, symbolOffset: [0, shift],
                itemStyle: {color: tone, borderColor: colour("surface"), borderWidth: 1},
                data: line.values.map((value, i) => ({value: [value, i], itemStyle: {color: own(i)}, symbolSize: line.names[i] === "own" ? 14 : 11})).filter((d) => d.value[0] !== null),
                markLine: at === 0 && drawing.baseline !== null ? {silent: true, symbol: "none", lineStyle: {color: colour("target"), type: "dotted", width: 2}, label: {formatter: drawing.across, color: ink(), position: "start"}, data: [{xAxis: drawing.baseline}]} : undefined
            }, ...whiskers);
        });
        return Object.assign(base(drawing, names), {
            grid: {left: 4, right: 24, top: legendHeight(names, width), bottom: drawing.baseline === null ? 4 : 20, containLabel: true},
            xAxis: {type: "value", min: low, max: high, splitNumber: 4, axisLabel: {color: ink(), hideOverlap: true, formatter: tickWriter(drawing), showMinLabel: low === 0, showMaxLabel: false}, splitLine: {lineStyle: {color: colour("line")}}},
            yAxis: {type: "category", inverse: true, data: drawing.labels, axisTick: {show: false}, axisLine: {show: false}, axisLabel: {color: ink(), width: Math.min(190, width * 0.4), overflow: "truncate", interval: 0}},
            tooltip: {trigger: "item", renderMode: "richText", formatter: (p) => drawing.labels[p.value[1]] + ": " + written(p.value[0])},
            series: series
        });
    }

    /* ---- Funnel ---- */
    function funnel(drawing, width) {
        const written = writer(drawing);
        const whole = new Intl.NumberFormat(language(), {maximumFractionDigits: 0});
        const points = drawing.series.filter((line) => line.tone !== "limit");
        const limits = drawing.series.filter((line) => line.tone === "limit");
        const names = points.map((line) => line.name).concat([...new Set(limits.map((line) => line.name))]);
        const seen = points.flatMap((line) => line.values);
        const [low, high] = room(seen.concat([drawing.baseline]));
        const least = Math.min(...points.flatMap((line) => line.at));
        const series = points.map((line) => ({
            type: "scatter", name: line.name, z: line.tone === "own" ? 6 : 4, symbolSize: line.tone === "own" ? 15 : 7,
            itemStyle: {color: colour(TONES[line.tone]), opacity: line.tone === "own" ? 1 : 0.7, borderColor: colour("surface"), borderWidth: line.tone === "own" ? 2 : 0},
            data: line.values.map((value, i) => ({value: [line.at[i], value], name: line.names[i]}))
        }));
        limits.forEach((line, at) => series.push({
            type: "line", name: line.name, symbol: "none", silent: true, z: 2, tooltip: {show: false},
            lineStyle: {color: colour("limit"), width: 1.6, type: at < 2 ? [5, 4] : "solid"},
            itemStyle: {color: colour("limit")},
            data: line.values.map((value, i) => [line.at[i], value]).filter((d) => d[0] >= least * 0.8)
        }));
        series.push({
            type: "line", name: "", symbol: "none", silent: true, z: 1, data: [], lineStyle: {color: ink()},
            markLine: {silent: true, symbol: "none", lineStyle: {color: ink(), width: 1}, label: {show: false}, data: [{yAxis: drawing.baseline}]}
        });
        return Object.assign(base(drawing, names), {
            grid: {left: 4, right: 24, top: legendHeight(names, width) + 6, bottom: 22, containLabel: true},
            xAxis: {type: "log", min: Math.max(1, least * 0.8), name: drawing.across, nameLocation: "middle", nameGap: 26, nameTextStyle: {color: ink()}, axisLabel: {color: ink(), hideOverlap: true, formatter: (value) => whole.format(value)}, splitLine: {show: false}},
            yAxis: {type: "value", min: low, max: high, splitNumber: 4, axisLabel: {color: ink(), formatter: tickWriter(drawing), showMinLabel: low === 0, showMaxLabel: false}, splitLine: {lineStyle: {color: colour("line")}}},
            tooltip: {trigger: "item", renderMode: "richText", formatter: (p) => p.name + ": " + written(p.value[1])},
            series: series
        });
    }

    function options(drawing, width) {
        return drawing.shape === "LINES" ? lines(drawing, width) : drawing.shape === "DOTS" ? dots(drawing, width) : funnel(drawing, width);
    }

    function height(drawing, width) {
        return drawing.shape === "DOTS" ? 60 + drawing.labels.length * (drawing.series.length > 1 ? 30 : 25) : Math.min(440, Math.max(300, width * 0.62));
    }

    function draw(element) {
        const drawing = JSON.parse(element.dataset.compare);
        element.hidden = false;
        element.style.height = Math.round(height(drawing, element.clientWidth)) + "px";
        const chart = echarts.init(element, null, {renderer: "svg"});
        const again = () => {
            chart.resize();
            chart.setOption(options(drawing, element.clientWidth), true);
        };
        again();
        drawn.push(again);
    }

    /* ---- Maps: one place at a time by arrow keys, its words beside ---- */
    function walk(map) {
        const areas = new Map([...map.querySelectorAll(".area")].map((area) => [area.dataset.code, area]));
        const told = map.closest(".map").querySelector(".map-told");
        const ways = {ArrowLeft: 0, ArrowRight: 1, ArrowUp: 2, ArrowDown: 3};
        const tell = (area) => {
            if (told && area) {
                told.textContent = area.getAttribute("aria-label");
            }
        };
        let stop = map.querySelector(".area[tabindex='0']");
        /* One stop for the tab key: the place that was last gone to. */
        const stopAt = (area) => {
            stop?.setAttribute("tabindex", "-1");
            area.setAttribute("tabindex", "0");
            stop = area;
        };
        map.addEventListener("keydown", function (event) {
            const area = event.target.closest(".area");
            if (!area || !(event.key in ways)) {
                return;
            }
            const code = area.dataset.ways.split(";")[ways[event.key]].trim();
            const next = areas.get(code);
            event.preventDefault();
            if (next) {
                next.focus();
            }
        });
        map.addEventListener("focusin", (event) => {
            const area = event.target.closest(".area");
            if (area) {
                stopAt(area);
                tell(area);
            }
        });
        map.addEventListener("pointerover", (event) => tell(event.target.closest(".area")));
        const own = map.querySelector(".area path.own");
        if (own) {
            stopAt(own.parentNode);
        }
    }

    if (window.echarts) {
        document.querySelectorAll("[data-compare]").forEach(draw);
        const again = () => drawn.forEach((one) => one());
        window.addEventListener("resize", again);
        window.addEventListener("beforeprint", again);
        window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    }
    document.querySelectorAll("[data-map]").forEach(walk);
})();
