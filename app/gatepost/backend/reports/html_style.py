"""How the HTML report looks: light, dark, and on paper."""

STYLE = """
:root {
  color-scheme: light dark;
  --page: #f5f6f8; --card: #ffffff; --text: #1c2430; --muted: #5b6675; --line: #dde1e7; --head: #eef0f4;
  --allow: #17663a; --deny: #a11d26; --warn: #7a4a00; --warn-back: #fff4dd; --accent: #1f4fa8;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14181f; --card: #1b212a; --text: #e4e8ee; --muted: #9aa6b5; --line: #303846; --head: #222a35;
    --allow: #6fcf97; --deny: #ff8f94; --warn: #ffc766; --warn-back: #3a2d12; --accent: #8ab4ff;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 14px/1.5 system-ui, "Segoe UI", sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 28px 24px 48px; }
h1 { margin: 0 0 4px; font-size: 24px; font-weight: 650; }
h2 { margin: 36px 0 4px; font-size: 19px; font-weight: 650; overflow-wrap: anywhere; }
h3 { margin: 0; font-size: 15px; font-weight: 650; overflow-wrap: anywhere; }
p { margin: 4px 0; overflow-wrap: anywhere; }
a { color: var(--accent); }
.muted { color: var(--muted); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; margin: 12px 0; }
.title { display: flex; gap: 10px; align-items: baseline; justify-content: space-between; }
.mode { flex: none; font-size: 12px; font-weight: 650; padding: 1px 10px; border-radius: 10px;
  border: 1px solid currentColor; }
.remote { color: var(--accent); } .local { color: var(--allow); }
.disabled { color: var(--muted); } .custom { color: var(--warn); }
.problem { color: var(--deny); font-weight: 600; }
.deny { color: var(--deny); font-weight: 600; } .allow { color: var(--allow); font-weight: 600; }
ul.findings { list-style: none; margin: 8px 0; padding: 0; }
ul.findings li { margin: 4px 0; padding: 3px 10px; border-left: 3px solid var(--line); overflow-wrap: anywhere; }
ul.findings li.warning { border-color: var(--warn); background: var(--warn-back); }
ul.findings b { font-weight: 650; }
table { border-collapse: collapse; width: 100%; margin: 10px 0 4px; font-size: 13px; }
th { text-align: left; font-weight: 600; color: var(--muted); background: var(--head); }
th, td { padding: 5px 8px; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: break-word; }
tr:last-child td { border-bottom: 0; }
td.number, th.number { text-align: right; }
table.entries { table-layout: fixed; }
table.entries th:first-child { width: 84px; }
code { font: 12px/1.45 ui-monospace, Consolas, monospace; color: var(--muted); overflow-wrap: anywhere; }
@media print {
  :root {
    --page: #ffffff; --card: #ffffff; --text: #000000; --muted: #444444; --line: #bbbbbb; --head: #eeeeee;
    --allow: #17663a; --deny: #a11d26; --warn: #7a4a00; --warn-back: #ffffff; --accent: #1f4fa8;
  }
  @page { margin: 14mm; }
  main { max-width: none; padding: 0; }
  section + section { break-before: page; }
  thead { display: table-header-group; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .card, tr { break-inside: avoid; }
  h2, h3 { break-after: avoid; }
  a { color: inherit; text-decoration: none; }
}
"""
