/** The style sheet of the pages; light and dark follow the system. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --surface: #ffffff; --text: #1b2333; --muted: #576175; --line: #dde1e8; --strong-line: #b9c0cc;
  --accent: #0b5fd3; --accent-text: #ffffff; --weekend: #eef0f4; --today: #d3330b;
  --danger: #b3261e; --danger-soft: #fdecea; --notice: #e8f0fe; --over: #b3261e; --load: #cfd8ea; --load-over: #f6c9c4;
  --ink: #10203a;
  --hue-0: #b9d2fb; --hue-1: #b8e6d0; --hue-2: #f7d9a8; --hue-3: #dccbf7; --hue-4: #f6c6d5; --hue-5: #b7e3ea; --hue-6: #dfe4a9; --hue-7: #e3d0c2;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12161d; --surface: #1b212b; --text: #e6eaf2; --muted: #a3adbf; --line: #303848; --strong-line: #4a5468;
    --accent: #7fb0ff; --accent-text: #0c1522; --weekend: #222936; --today: #ff8a66;
    --danger: #ff9d94; --danger-soft: #3a201e; --notice: #1c2c46; --over: #ff9d94; --load: #36445f; --load-over: #6b2f2a;
    --ink: #f1f4fa;
    --hue-0: #28508f; --hue-1: #1d6146; --hue-2: #74511a; --hue-3: #553d82; --hue-4: #7a3450; --hue-5: #1d5d68; --hue-6: #575c1d; --hue-7: #634735;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; }
.skip:focus { left: 8px; top: 8px; z-index: 9; background: var(--surface); padding: 8px 12px; }
header.top { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; padding: 10px 20px; background: var(--surface); border-bottom: 1px solid var(--line); }
.brand { display: flex; flex-wrap: wrap; align-items: baseline; gap: 8px; font-weight: 700; font-size: 16px; }
.brand small { font-weight: 400; color: var(--muted); font-size: 12px; }
header.top nav { display: flex; flex-wrap: wrap; gap: 4px; }
header.top nav a { padding: 6px 10px; border-radius: 6px; color: var(--text); text-decoration: none; }
header.top nav a:hover { background: var(--weekend); }
header.top nav a[aria-current] { background: var(--notice); color: var(--accent); font-weight: 600; }
header.top .aside { margin-left: auto; display: flex; gap: 14px; }
main { padding: 18px 20px 40px; max-width: 1500px; margin: 0 auto; }
h1 { font-size: 22px; margin: 0 0 12px; line-height: 1.25; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 0 0 10px; }
.bar-of-tools { display: flex; flex-wrap: wrap; gap: 10px 12px; align-items: end; margin-bottom: 12px; }
.bar-of-tools .steps { display: flex; gap: 4px; }
.bar-of-tools .end { margin-left: auto; }
.button, button { display: inline-flex; align-items: center; justify-content: center; min-height: 34px; padding: 5px 12px; border: 1px solid var(--strong-line); border-radius: 6px; background: var(--surface); color: var(--text); font: inherit; text-decoration: none; cursor: pointer; }
.button:hover, button:hover { border-color: var(--accent); }
.button.primary, button.primary { background: var(--accent); border-color: var(--accent); color: var(--accent-text); font-weight: 600; }
button.danger { color: var(--danger); border-color: var(--danger); }
.steps .button { min-width: 34px; padding: 5px 8px; }
label { display: block; font-weight: 600; font-size: 12px; color: var(--muted); }
label > input, label > select, label > textarea { display: block; margin-top: 3px; }
input, select, textarea { font: inherit; font-size: 14px; font-weight: 400; color: var(--text); background: var(--surface); border: 1px solid var(--strong-line); border-radius: 6px; padding: 5px 8px; min-height: 34px; max-width: 100%; }
input[type=checkbox] { min-height: 0; width: 16px; height: 16px; margin: 0 6px 0 0; accent-color: var(--accent); }
label.check { display: flex; align-items: center; font-size: 14px; font-weight: 400; color: var(--text); min-height: 34px; }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 10px; padding: 16px; margin-bottom: 16px; }
.note { background: var(--notice); border-radius: 8px; padding: 10px 12px; margin: 0 0 14px; }
.alert { background: var(--danger-soft); border-left: 4px solid var(--danger); border-radius: 6px; padding: 10px 12px; margin: 0 0 14px; }
.alert ul { margin: 4px 0 0; padding-left: 18px; }
.fields { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(210px, 100%), 1fr)); gap: 12px 16px; align-items: end; }
.fields .wide { grid-column: 1 / -1; }
.fields input:not([type=checkbox]), .fields select, .fields textarea { width: 100%; }
.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-top: 14px; }
.muted { color: var(--muted); }
.scroll { position: relative; overflow-x: auto; }
.scroll:focus-visible { outline-offset: -2px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 7px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-size: 12px; color: var(--muted); font-weight: 600; white-space: nowrap; }
td form { display: inline; }
td button { min-height: 28px; padding: 2px 10px; }
code { font: 12px/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
code.whole { white-space: nowrap; }
td.address { min-width: 240px; }
code.secret { display: block; font-size: 14px; padding: 8px; background: var(--page); border-radius: 6px; margin-top: 6px; user-select: all; }

.planner { --name: 210px; position: relative; background: var(--surface); border: 1px solid var(--line); border-radius: 10px; overflow-x: auto; }
.planner .line { display: grid; grid-template-columns: var(--name) repeat(var(--weeks), minmax(76px, 1fr)); min-width: calc(var(--name) + var(--weeks) * 76px); border-top: 1px solid var(--line); }
.planner .line:first-child { border-top: 0; }
.planner .head { position: relative; background: var(--surface); }
.planner .head > div { padding: 8px 6px; font-size: 12px; border-left: 1px solid var(--line); color: var(--muted); }
.planner .head > div b { display: block; color: var(--text); font-size: 13px; }
.planner .head > div.now { box-shadow: inset 0 -3px 0 var(--today); }
.planner .head > div:first-child { border-left: 0; }
.planner .group { position: sticky; left: 0; padding: 8px 12px 6px; font-weight: 700; font-size: 12px; text-transform: uppercase; letter-spacing: .04em; color: var(--muted); background: var(--page); border-top: 1px solid var(--line); margin: 0; }
.planner .name { position: sticky; left: 0; z-index: 2; background: var(--surface); padding: 8px 12px; border-right: 1px solid var(--line); min-width: 0; overflow-wrap: anywhere; }
.planner .name b { display: block; font-weight: 600; }
.planner .name span { color: var(--muted); font-size: 12px; }
.track { grid-column: 2 / -1; display: grid; grid-template-columns: repeat(var(--days), 1fr); grid-auto-rows: 27px; row-gap: 3px; padding: 5px 0 4px; min-height: 36px;
  background-image: linear-gradient(to right, var(--line) 1px, transparent 1px, transparent 71.43%, var(--weekend) 71.43%); background-size: calc(100% / var(--weeks)) 100%; }
.track .empty { grid-column: 1 / -1; grid-row: 1; padding-left: 8px; color: var(--muted); font-size: 12px; align-self: center; }
.now-line { grid-row: 1 / span var(--lanes); border-left: 2px solid var(--today); margin: -5px 0 -4px; pointer-events: none; }
.plan { display: flex; align-items: center; gap: 4px; min-width: 0; margin: 0 1px; padding: 0 6px; overflow: hidden; white-space: nowrap; border-radius: 5px; border: 1px solid transparent; font-size: 12px; color: var(--ink); text-decoration: none; }
.plan:hover, .plan:focus-visible { border-color: var(--ink); }
.plan b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; }
.plan .amount { flex: none; }
.plan.earlier { border-top-left-radius: 0; border-bottom-left-radius: 0; margin-left: 0; }
.plan.later { border-top-right-radius: 0; border-bottom-right-radius: 0; margin-right: 0; }
.plan.placeholder { border: 1px dashed var(--ink); background-image: repeating-linear-gradient(-45deg, transparent 0 7px, color-mix(in srgb, var(--surface) 55%, transparent) 7px 11px); }
.hue-0 { background-color: var(--hue-0); } .hue-1 { background-color: var(--hue-1); } .hue-2 { background-color: var(--hue-2); } .hue-3 { background-color: var(--hue-3); }
.hue-4 { background-color: var(--hue-4); } .hue-5 { background-color: var(--hue-5); } .hue-6 { background-color: var(--hue-6); } .hue-7 { background-color: var(--hue-7); }
.load { position: relative; grid-row: 2; grid-column: calc(var(--week) + 1); height: 22px; border-left: 1px solid var(--line); border-top: 1px solid var(--line); font-size: 11px; line-height: 21px; text-align: center; color: var(--muted); overflow: hidden; white-space: nowrap; }
.load i { position: absolute; left: 0; bottom: 0; top: 0; background: var(--load); }
.load span:not(.hidden) { position: relative; }
.load.over { color: var(--over); font-weight: 700; box-shadow: inset 0 0 0 1px var(--over); }
.load.over i { background: repeating-linear-gradient(135deg, var(--load-over) 0 5px, transparent 5px 9px); width: 100%; }
.planner .row .name { grid-row: 1 / span 2; }
.legend { display: flex; flex-wrap: wrap; gap: 6px 18px; margin: 12px 0 0; padding: 0; list-style: none; color: var(--muted); font-size: 12px; }
.legend li { display: flex; align-items: center; gap: 6px; }
.legend .sample { display: inline-block; width: 26px; height: 14px; padding: 0; margin: 0; border-radius: 4px; }
.legend .load { grid-column: auto; width: 26px; height: 14px; line-height: 13px; }
.legend .stroke { width: 0; height: 14px; border-left: 2px solid var(--today); }

@media (max-width: 640px) {
  main { padding: 14px 12px 32px; }
  header.top { padding: 8px 12px; }
  header.top .aside { margin-left: 0; }
  .bar-of-tools > label { flex: 1 1 100%; }
  .bar-of-tools > label select { width: 100%; }
  .bar-of-tools .end { margin-left: 0; }
  .planner .line { grid-template-columns: repeat(var(--weeks), minmax(76px, 1fr)); min-width: calc(var(--weeks) * 76px); }
  .planner .head > div:first-child { display: none; }
  .planner .name { grid-column: 1 / -1; grid-row: auto; width: min(292px, calc(100vw - 28px)); border-right: 0; padding-bottom: 4px; }
  .planner .name b { display: inline; margin-right: 6px; }
  .planner .row .name { grid-row: 1; }
  .track { grid-column: 1 / -1; grid-row: 2; }
  .load { grid-row: 3; grid-column: var(--week); }
  .planner .group { width: min(292px, calc(100vw - 28px)); }
}
`;
