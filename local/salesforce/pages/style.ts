/** The pages' one style sheet: light and dark by the system's choice, usable from 320 pixels up. */
export const styleSheet = `
:root { color-scheme: light dark; --ground: #f3f5f8; --card: #fff; --ink: #17202e; --quiet: #556070; --line: #d5dbe4; --accent: #0b5cab; --on-accent: #fff;
  --done: #2e6b4f; --path: #dfe6ef; --warn: #8a3b00; --warn-ground: #fff3e6; --good: #1c6b3c; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #12161c; --card: #1b212a; --ink: #e6eaf0; --quiet: #9fabbb; --line: #343d4a; --accent: #7db8f5; --on-accent: #0b1622;
  --done: #2f7d59; --path: #2a3340; --warn: #ffb77d; --warn-ground: #33230f; --good: #7ed6a2; --bad: #ff9d94; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
a { color: var(--accent); } a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -999px; } .skip:focus { left: 8px; top: 8px; background: var(--card); padding: 8px; }
header.top { background: var(--card); border-bottom: 1px solid var(--line); } header.top > div, main { max-width: 1080px; margin: 0 auto; padding: 12px 16px; }
header.top > div { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: center; } header.top strong { font-size: 17px; } header.top p { margin: 0; color: var(--quiet); font-size: 13px; flex-basis: 100%; }
nav a { margin-right: 14px; } nav a[aria-current] { font-weight: 600; color: var(--ink); text-decoration: none; }
header .other { margin-left: auto; }
h1 { font-size: 23px; margin: 8px 0; overflow-wrap: anywhere; } h2 { font-size: 17px; margin: 0 0 10px; }
section, .card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; margin: 16px 0; }
form.row, .row { display: flex; flex-wrap: wrap; gap: 10px 12px; align-items: end; } form.inline { display: inline-flex; gap: 6px; flex-wrap: wrap; align-items: center; margin: 0; }
label { display: grid; gap: 2px; font-size: 13px; color: var(--quiet); max-width: 100%; } label > input, label > select { min-width: 0; } label.check { display: flex; align-items: center; gap: 6px; min-height: 36px; }
input, select, button { font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--quiet); border-radius: 5px; padding: 6px 9px; max-width: 100%; min-height: 36px; }
input[type=checkbox] { min-height: 0; } input.wide { width: min(30rem, 76vw); } input.short { width: 6rem; }
button { cursor: pointer; } button.main { background: var(--accent); color: var(--on-accent); border-color: var(--accent); } button.danger { color: var(--bad); border-color: var(--bad); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } th, td { text-align: left; padding: 7px 16px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; } th { font-size: 13px; color: var(--quiet); font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td.nowrap { white-space: nowrap; } .quiet { color: var(--quiet); }
form + dl { margin-top: 16px; } h3 { font-size: 15px; margin: 18px 0 8px; }
dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(170px, 1fr)); gap: 10px 20px; margin: 0; } dt { font-size: 13px; color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
.path { display: flex; flex-wrap: wrap; list-style: none; margin: 0; padding: 0; gap: 6px 0; } .path li { flex: 1 1 120px; margin-right: -6px; }
.path button { width: 100%; height: 100%; border: 0; border-radius: 0; background: var(--path); padding: 8px 18px 8px 24px; text-align: center; clip-path: polygon(0 0, calc(100% - 12px) 0, 100% 50%, calc(100% - 12px) 100%, 0 100%, 12px 50%); }
.path li:first-child button { clip-path: polygon(0 0, calc(100% - 12px) 0, 100% 50%, calc(100% - 12px) 100%, 0 100%); }
.path button.past { background: var(--done); color: #fff; } .path button[aria-current] { background: var(--accent); color: var(--on-accent); font-weight: 600; cursor: default; }
.path button:focus-visible { outline-offset: -4px; outline-color: var(--ink); }
.note { background: var(--warn-ground); color: var(--warn); border-radius: 6px; padding: 10px 14px; margin: 12px 0; } .saved { color: var(--good); } .badge { border: 1px solid currentColor; border-radius: 10px; padding: 0 8px; font-size: 13px; white-space: nowrap; } .good { color: var(--good); } .bad { color: var(--bad); }
.pages { display: flex; gap: 14px; align-items: center; margin-top: 12px; }
@media (max-width: 640px) {
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } table.cards, table.cards tbody { display: block; } table.cards tr { display: block; border-bottom: 1px solid var(--line); padding: 8px 0; }
  table.cards td { display: flex; justify-content: space-between; gap: 12px; border: 0; padding: 2px 0; text-align: right; white-space: normal; overflow-wrap: anywhere; } table.cards td > form { min-width: 0; justify-content: end; } table.cards td::before { content: attr(data-label); color: var(--quiet); font-size: 13px; text-align: left; flex: none; max-width: 45%; }
  .path { flex-direction: column; } .path li { flex: none; margin: 0; } .path button, .path li:first-child button { clip-path: none; border-radius: 5px; }
}
`;
