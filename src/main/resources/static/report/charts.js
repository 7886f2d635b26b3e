/* Draws the chart beside each table. The table tells everything; the chart only repeats what is shown in it. */
(function () {
    "use strict";

    const drawn = [];

    function colour(name) {
        return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
    }

    function language() {
        return document.documentElement.lang.startsWith("en") ? "en-GB" : "sv-SE";
    }

    function written(value, shares) {
        return shares
            ? new Intl.NumberFormat(language(), {style: "percent", maximumFractionDigits: 0}).format(value)
            : new Intl.NumberFormat(language(), {maximumFractionDigits: 1}).format(value);
    }

    function whiskers(line, at, of, ink) {
        return {
            type: "custom",
            name: line.name,
            silent: true,
            z: 5,
            tooltip: {show: false},
            itemStyle: {color: "none"},
            data: line.values.map((value, i) => [i, line.low[i], line.high[i]]).filter((d) => d[1] !== null && d[1] !== undefined),
            encode: {x: [1, 2], y: 0},
            renderItem: function (params, api) {
                const band = api.size([0, 1])[1] * 0.72;
                const centre = api.coord([0, api.value(0)])[1] + (at - (of - 1) / 2) * (band / of);
                const low = api.coord([api.value(1), 0])[0];
                const high = api.coord([api.value(2), 0])[0];
                const mark = (x1, y1, x2, y2) => ({
                    type: "line",
                    shape: {x1: x1, y1: y1, x2: x2, y2: y2},
                    style: {stroke: ink, lineWidth: 1.5}
                });
                return {
                    type: "group",
                    children: [
                        mark(low, centre, high, centre),
                        mark(low, centre - 3, low, centre + 3),
                        mark(high, centre - 3, high, centre + 3)
                    ]
                };
            }
        };
    }

    /* Dark or light letters, whichever is easier to read on a colour written as #rrggbb. */
    function inkOn(hex) {
        const [r, g, b] = [1, 3, 5]
            .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
            .map((c) => (c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4)));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.2 ? "#14191c" : "#ffffff";
    }

    /* How high the names of the colours stand over the chart, on as many lines as they need. */
    function legendHeight(drawing, width) {
        if (drawing.series.length < 2) {
            return 8;
        }
        const wide = drawing.series.reduce((sum, line) => sum + line.name.length * 7.2 + 46, 0);
        return 14 + 22 * Math.ceil(wide / Math.max(width, 200));
    }

    function options(drawing, width) {
        const ink = colour("pico-color") || "#222";
        const faint = colour("line") || "#ddd";
        const stacked = drawing.shape === "STACK";
        const series = [];
        drawing.series.forEach(function (line, at) {
            series.push({
                type: "bar",
                name: line.name,
                stack: stacked ? "all" : undefined,
                data: line.values,
                barGap: "0%",
                barCategoryGap: "28%",
                itemStyle: {color: colour(line.tone), borderColor: colour("surface"), borderWidth: 1},
                label: stacked
                    ? {show: true, color: inkOn(colour(line.tone)), formatter: (p) => (p.value > 0.07 ? written(p.value, true) : "")}
                    : {show: false}
            });
            if (!stacked && line.low.some((low) => low !== null && low !== undefined)) {
                series.push(whiskers(line, at, drawing.series.length, ink));
            }
        });
        return {
            animation: false,
            textStyle: {fontFamily: "system-ui, sans-serif", color: ink},
            aria: {enabled: true, decal: {show: drawing.series.length > 1 && !stacked}},
            grid: {left: 4, right: 24, top: legendHeight(drawing, width), bottom: 4, containLabel: true},
            legend: drawing.series.length > 1
                ? {top: 0, left: 0, width: width - 8, textStyle: {color: ink}, data: drawing.series.map((line) => line.name), itemHeight: 12}
                : {show: false},
            tooltip: {
                trigger: "item",
                renderMode: "richText",
                formatter: (p) => (p.value === null || p.value === undefined ? "" : p.seriesName + "\n" + p.name + ": " + written(p.value, drawing.shares))
            },
            xAxis: {
                type: "value",
                min: 0,
                max: stacked ? Math.max(1, ...drawing.series[0].values.map((_, at) => drawing.series.reduce((sum, one) => sum + (one.values[at] || 0), 0))) : drawing.shares ? (found) => Math.min(1, Math.ceil(found.max * 10) / 10) : undefined,
                splitNumber: 4,
                axisLabel: {color: ink, hideOverlap: true, formatter: (value) => written(value, drawing.shares)},
                splitLine: {lineStyle: {color: faint}}
            },
            yAxis: {
                type: "category",
                inverse: true,
                data: drawing.labels,
                axisTick: {show: false},
                axisLine: {lineStyle: {color: faint}},
                axisLabel: {color: ink, width: 130, overflow: "break", lineHeight: 15}
            },
            series: series
        };
    }

    function draw(element) {
        const drawing = JSON.parse(element.dataset.chart);
        const rows = drawing.labels.length * (drawing.shape === "STACK" ? 1.6 : Math.max(1.4, drawing.series.length * 0.8));
        element.hidden = false;
        element.style.height = Math.round(34 + legendHeight(drawing, element.clientWidth) + rows * 24) + "px";
        const chart = echarts.init(element, null, {renderer: "svg"});
        chart.setOption(options(drawing, element.clientWidth));
        drawn.push(function () {
            chart.resize();
            chart.setOption(options(drawing, element.clientWidth), true);
        });
    }

    if (window.echarts) {
        document.querySelectorAll("[data-chart]").forEach(draw);
        const again = () => drawn.forEach((one) => one());
        window.addEventListener("resize", again);
        window.addEventListener("beforeprint", again);
        window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", again);
    }
})();
