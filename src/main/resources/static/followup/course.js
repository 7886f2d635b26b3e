// Draws the single-case chart from the table beside it. The table says everything the chart does.
(() => {
    const draw = (holder) => {
        const table = document.getElementById(holder.dataset.course);
        const heads = [...table.tHead.rows[0].cells].slice(1);
        const rows = [...table.tBodies[0].rows].filter((row) => row.dataset.kind === 'number');
        const style = getComputedStyle(document.documentElement);
        const colour = (name) => style.getPropertyValue(name).trim();
        const palette = ['--pico-primary', '--women', '--other', '--worse', '--men', '--better'].map(colour);
        const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin'];
        const scaled = (row, cell) => cell.dataset.value === undefined ? null
            : (Number(cell.dataset.value) - Number(row.dataset.low)) / (Number(row.dataset.high) - Number(row.dataset.low)) * 10;
        const chart = echarts.init(holder, null, { renderer: 'svg' });
        const ink = colour('--pico-color');
        const line = colour('--line');
        chart.setOption({
            animation: false,
            color: palette,
            textStyle: { fontFamily: 'system-ui, sans-serif', color: ink },
            grid: { left: 36, right: 44, top: 24, bottom: 24 + 22 * Math.ceil(rows.length / 2), containLabel: true },
            legend: { bottom: 0, textStyle: { color: ink }, type: 'plain' },
            tooltip: { trigger: 'axis', renderMode: 'richText' },
            xAxis: { type: 'time', axisLabel: { color: ink, hideOverlap: true, formatter: (value) => new Date(value).toLocaleDateString(document.documentElement.lang, { year: 'numeric', month: 'short' }) }, axisLine: { lineStyle: { color: line } } },
            yAxis: { type: 'value', min: 0, max: 10, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } },
            series: rows.map((row, index) => ({
                name: row.cells[0].querySelector('span').textContent,
                type: 'line',
                symbol: symbols[index % symbols.length],
                symbolSize: 9,
                connectNulls: true,
                data: [...row.cells].slice(1).map((cell, at) => [heads[at].dataset.date, scaled(row, cell)]),
                markLine: index > 0 ? undefined : {
                    silent: true,
                    symbol: 'none',
                    lineStyle: { color: line, type: 'dashed' },
                    label: { color: ink, formatter: (mark) => mark.name },
                    data: heads.map((head) => ({ name: head.dataset.phase, xAxis: head.dataset.date })),
                },
            })),
        });
        new ResizeObserver(() => chart.resize()).observe(holder);
    };
    document.querySelectorAll('[data-course]').forEach(draw);
})();
