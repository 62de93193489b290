"""Writes the documents of this folder with python-docx, openpyxl, LibreOffice (soffice) and Pandoc.

Each says what standard.json says, in another layout. `tests/office/documents.rs` says what is reported for each.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import docx
import openpyxl
from docx.enum.text import WD_BREAK

HERE = Path(__file__).parent
S = json.loads((HERE / "standard.json").read_text())
KINDS = [("Knowledge", "knowledge", "K"), ("Skills", "skills", "S"), ("Behaviours", "behaviours", "B")]
FACTS = [
    ("Reference", S["reference"]),
    ("Version", S["version"]),
    ("Level", str(S["level"])),
    ("Route", S["route"]),
    ("Typical duration", f"{S['typicalDurationMonths']} months"),
    ("Status", S["status"]),
]
CRITERIA = "Criteria for measuring performance"
DUTIES = [(n, d["text"], d["ksbs"]) for n, d in enumerate(S["duties"], 1)]
CODES = [one["code"] for _, key, _ in KINDS for one in S[key]]


def of(letter, codes):
    return [code for code in codes if code.startswith(letter)]


def duties_of(code):
    return [n for n, _, codes in DUTIES if code in codes]


# Rows of tables.
def rows_facts():
    return [["Title", S["title"]]] + [list(fact) for fact in FACTS]


def rows_duties(joint=", "):
    return [["Duty", "KSBs"]] + [[f"Duty {n} {text}", joint.join(codes)] for n, text, codes in DUTIES]


def rows_criteria():
    head = ["Duty", CRITERIA, "KSBs"]
    return [head] + [[f"Duty {n}: {text}", "It is done on time.\nNobody is hurt.", "\n".join(codes)] for n, text, codes in DUTIES]


def rows_columns(show):
    head = ["No.", "Duty", "Knowledge", "Skills", "Behaviours"]
    return [head] + [[n, text] + [", ".join(show(code) for code in of(k, codes)) for k in "KSB"] for n, text, codes in DUTIES]


def rows_statements(key, more=()):
    return [["Code", "Statement", *more]] + [[one["code"], one["text"], *more.values()] if more else [one["code"], one["text"]] for one in S[key]]


def rows_mapped(key, show):
    return [["Ref", "Statement", "Mapped to duties"]] + [[one["code"], one["text"], show(duties_of(one["code"]))] for one in S[key]]


def rows_typed():
    rows = [["KSB type", "Number", "Statement"]]
    for heading, key, _ in KINDS:
        for n, one in enumerate(S[key], 1):
            rows.append([heading.rstrip("s"), n, one["text"]])
    return rows


def rows_matrix_of_duties(mark="X"):
    return [["Duty", *CODES]] + [[f"Duty {n}", *[mark if code in codes else "" for code in CODES]] for n, _, codes in DUTIES]


def rows_matrix_of_statements(mark="✓"):
    rows = [["Code", "Statement", *[f"D{n}" for n, _, _ in DUTIES]]]
    for _, key, _ in KINDS:
        for one in S[key]:
            rows.append([one["code"], one["text"], *[mark if n in duties_of(one["code"]) else "-" for n, _, _ in DUTIES]])
    return rows


def rows_everything():
    rows = rows_facts() + [["Occupation summary", ""]] + [[text, ""] for text in S["summary"]] + rows_duties()
    for heading, key, _ in KINDS:
        rows += [[heading, ""]] + [[one["code"], one["text"]] for one in S[key]]
    return rows


# Word documents of python-docx.
class Doc:
    def __init__(self, headings=True):
        self.doc = docx.Document()
        self.headings = headings

    def heading(self, text, level=1):
        if self.headings:
            self.doc.add_heading(text, level)
        else:
            self.doc.add_paragraph().add_run(text).bold = True

    def p(self, text, style=None):
        return self.doc.add_paragraph(text, style=style)

    def table(self, rows, style="Table Grid"):
        table = self.doc.add_table(rows=0, cols=max(len(row) for row in rows), style=style)
        for row in rows:
            for cell, text in zip(table.add_row().cells, row):
                cell.text = ""
                lines = str(text).split("\n")
                cell.paragraphs[0].text = lines[0]
                for line in lines[1:]:
                    cell.add_paragraph(line)
        return table

    def head(self):
        self.heading(S["title"], 0)
        for label, value in FACTS:
            self.p(f"{label}: {value}")
        self.summary()

    def summary(self):
        self.heading("Occupation summary")
        for text in S["summary"]:
            self.p(text)

    def duties(self, mapped=True):
        self.heading("Occupation duties")
        for n, text, codes in DUTIES:
            self.p(f"Duty {n} {text}")
            if mapped:
                self.p(" ".join(codes))

    def statements(self, style=None, mark=": "):
        for heading, key, _ in KINDS:
            self.heading(heading)
            for one in S[key]:
                self.p(f"{one['code']}{mark}{one['text']}", style)

    def save(self, name):
        rels = self.doc.part.package.rels
        for key in [key for key, rel in rels.items() if "thumbnail" in rel.reltype]:
            del rels[key]
        self.doc.save(HERE / f"{name}.docx")


def word():
    d = Doc()
    d.head(), d.duties(), d.statements()
    d.save("paragraphs")

    d = Doc(headings=False)
    d.table(rows_facts()), d.summary(), d.heading("Duties"), d.table(rows_duties()), d.statements(mark=" – ")
    d.save("duty-table")

    d = Doc()
    d.head(), d.heading("Duties"), d.table(rows_criteria())
    for heading, key, _ in KINDS:
        d.heading(heading)
        d.table(rows_statements(key))
    d.save("criteria-column")

    d = Doc()
    d.head(), d.heading("Duties"), d.table(rows_columns(lambda code: code)), d.statements("List Bullet", mark=" ")
    d.save("columns-of-codes")

    d = Doc()
    d.head(), d.heading("Duties"), d.table(rows_columns(lambda code: code[1:])), d.statements("List Bullet")
    d.save("columns-of-numbers")

    d = Doc(headings=False)
    d.table(rows_everything())
    d.save("one-table")

    d = Doc()
    d.head(), d.duties()
    for heading, key, _ in KINDS:
        d.heading(heading)
        d.table(rows_statements(key, {"Module": "Module 4", "Assessment method": "Observation", "Evidence": "Photographs"}))
    d.save("statements-with-asides")

    d = Doc()
    d.head(), d.duties(mapped=False)
    for heading, key, _ in KINDS:
        d.heading(heading)
        d.table(rows_mapped(key, lambda duties: ", ".join(f"D{n}" for n in duties)))
    d.save("mapped-to-duties")

    d = Doc()
    d.head(), d.duties(mapped=False), d.statements(), d.heading("Mapping"), d.table(rows_matrix_of_duties())
    d.save("matrix-of-duties")

    d = Doc()
    d.head(), d.duties(mapped=False), d.heading("Knowledge, skills and behaviours"), d.table(rows_matrix_of_statements())
    d.save("matrix-of-statements")

    d = Doc()
    d.head(), d.duties(), d.heading("KSBs"), d.table(rows_typed())
    d.save("typed")

    d = Doc()
    d.head(), d.heading("Duties")
    for n, text, codes in DUTIES:
        d.table([[f"Duty {n} {text}"], [f"{CRITERIA}\nIt is done on time.\nNobody is hurt."], ["KSBs: " + ", ".join(codes)]])
        d.p("")
    d.statements()
    d.save("table-a-duty")

    d = Doc()
    d.head(), d.heading("Duties")
    for n, text, codes in DUTIES:
        d.table([[f"Duty {n}", text], [CRITERIA, "It is done on time."], ["KSBs", " ".join(codes)]])
        d.p("")
    d.statements()
    d.save("labelled-table-a-duty")

    d = Doc()
    d.head(), d.duties()
    for heading, key, _ in KINDS:
        d.heading(heading)
        for n, one in enumerate(S[key], 1):
            d.p(f"{n}. {one['text']}")
    d.save("numbers-without-letters")

    d = Doc()
    d.head(), d.heading("Who may apply"), d.p("Anyone who can climb 200 steps."), d.p("Good eyesight helps.")
    d.duties(), d.statements(), d.heading("Glossary"), d.p("Lantern: the room at the top.")
    d.save("unknown-sections")

    d = Doc()
    d.head(), d.heading("Duties")
    table = d.table([["Duty", "KSBs"]])
    for n, text, codes in DUTIES:
        first = len(table.rows)
        for k in "KSB":
            row = table.add_row().cells
            row[1].text = " ".join(of(k, codes))
        table.cell(first, 0).merge(table.cell(first + 2, 0)).text = f"Duty {n} {text}"
    d.statements()
    d.save("merged-rows")

    d = Doc()
    d.head(), d.heading("Duties")
    outer = d.table([[""]]).rows[0].cells[0]
    inner = outer.add_table(rows=0, cols=2)
    for row in rows_duties():
        for cell, text in zip(inner.add_row().cells, row):
            cell.text = text
    d.statements()
    d.save("nested-table")

    d = Doc()
    section = d.doc.sections[0]
    section.header.paragraphs[0].text = "K9: DRAFT – not for circulation"
    section.footer.paragraphs[0].text = "Page 1 of 2"
    d.head(), d.duties()
    for heading, key, _ in KINDS:
        d.heading(heading)
        for one in S[key]:
            paragraph = d.p("")
            half = len(one["text"]) // 2
            paragraph.add_run(one["code"]).bold = True
            paragraph.add_run(": " + one["text"][:half])
            paragraph.add_run(one["text"][half:]).italic = True
        d.doc.paragraphs[-1].add_run().add_break(WD_BREAK.PAGE)
    d.save("split-runs")


# Workbooks of openpyxl.
def book(name, sheets, touch=None):
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for title, rows in sheets:
        sheet = workbook.create_sheet(title)
        for row in rows:
            sheet.append([None if cell == "" else cell for cell in row])
    if touch:
        touch(workbook)
    workbook.save(HERE / f"{name}.xlsx")


def workbooks():
    statements = [[heading, [["Code", "Statement"]] + [[one["code"], one["text"]] for one in S[key]]] for heading, key, _ in KINDS]
    summary = ["Summary", [["Occupation summary"]] + [[text] for text in S["summary"]]]
    start = [["Facts", rows_facts()], summary]
    book("one-sheet", [["Standard", rows_everything()]])
    book("a-sheet-a-part", [*start, ["Duties", rows_duties()], *statements])
    book("columns-of-codes", [*start, ["Duties", rows_columns(lambda code: code)], *statements])
    book("columns-of-numbers", [*start, ["Duties", rows_columns(lambda code: code[1:])], *statements])
    plain = ["Duties", [["No.", "Duty"]] + [[n, text] for n, text, _ in DUTIES]]
    book("matrix", [*start, plain, *statements, ["Mapping", rows_matrix_of_duties("x")]])
    book("matrix-of-statements", [*start, plain, ["KSBs", rows_matrix_of_statements("•")]])
    book("typed", [*start, ["Duties", rows_duties("\n")], ["KSBs", rows_typed()]])
    mapped = [[heading, rows_mapped(key, lambda duties: " and ".join(f"Duty {n}" for n in duties))] for heading, key, _ in KINDS]
    book("mapped-to-duties", [*start, plain, *mapped])

    def spread(workbook):
        sheet = workbook["Duties"]
        sheet.insert_rows(1, 2)
        sheet["A1"] = "Duties"
        sheet.merge_cells("A1:B1")
        sheet.insert_cols(1)
        workbook["Skills"].sheet_state = "visible"
        hidden = workbook.create_sheet("Old")
        hidden.append(["K9", "What went."])
        hidden.sheet_state = "hidden"

    book("moved-cells", [*start, ["Duties", rows_duties()], *statements], spread)


# What LibreOffice makes of the documents.
def libreoffice():
    jobs = [
        ("paragraphs.docx", "docx", "libreoffice-paragraphs"),
        ("columns-of-codes.docx", "docx", "libreoffice-columns"),
        ("table-a-duty.docx", "docx", "libreoffice-table-a-duty"),
        ("unknown-sections.docx", "docx", "libreoffice-sections"),
        ("a-sheet-a-part.xlsx", "ods", "libreoffice-sheets"),
        ("matrix.xlsx", "ods", "libreoffice-matrix"),
        ("moved-cells.xlsx", "xlsx", "libreoffice-moved-cells"),
    ]
    html = ["<html><body>", f"<h1>{S['title']}</h1>"]
    html += [f"<p>{label}: {value}</p>" for label, value in FACTS]
    html += ["<h2>Occupation summary</h2>"] + [f"<p>{text}</p>" for text in S["summary"]]
    html += ["<h2>Duties</h2><table border='1'>"]
    html += ["<tr>" + "".join(f"<td><p>{cell}</p></td>" for cell in row) + "</tr>" for row in rows_duties()]
    html += ["</table>"]
    for heading, key, _ in KINDS:
        html += [f"<h2>{heading}</h2><ol>"] + [f"<li>{one['text']}</li>" for one in S[key]] + ["</ol>"]
    html += ["</body></html>"]
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        (Path(folder) / "page.html").write_text("\n".join(html))

        def convert(source, kind, name, *more):
            out = Path(folder) / "out"
            subprocess.run(["soffice", profile, "--headless", *more, "--convert-to", kind, "--outdir", out, source], check=True, capture_output=True)
            os.replace(out / f"{Path(source).stem}.{kind.split(':')[0]}", HERE / f"{name}.{kind.split(':')[0]}")

        for source, kind, name in jobs:
            convert(HERE / source, kind, name)
        convert(Path(folder) / "page.html", "docx:MS Word 2007 XML", "libreoffice-html", "--infilter=HTML (StarWriter)")


# What Pandoc makes of Markdown.
def pandoc():
    facts = "\n\n".join(f"{label}: {value}" for label, value in FACTS)
    head = f"# {S['title']}\n\n{facts}\n\n## Occupation summary\n\n" + "\n\n".join(S["summary"]) + "\n\n## Duties\n\n"
    paragraphs = "\n\n".join(f"**Duty {n}** {text}\n\n{', '.join(codes)}" for n, text, codes in DUTIES)
    pipes = "| Duty | KSBs |\n|---|---|\n" + "\n".join(f"| Duty {n} {text} | {' '.join(codes)} |" for n, text, codes in DUTIES)

    def statements(item):
        return "".join(f"\n\n## {heading}\n\n" + "\n".join(item(n, one) for n, one in enumerate(S[key], 1)) for heading, key, _ in KINDS)

    def tables(more):
        head = "| Code | Statement |" + more[0] + "\n|---|---|" + more[1] + "\n"
        return "".join(f"\n\n## {heading}\n\n" + head + "\n".join(f"| {one['code']} | {one['text']} |{more[2]}" for one in S[key]) for heading, key, _ in KINDS)

    texts = {
        "pandoc-paragraphs": head + paragraphs + statements(lambda n, one: f"**{one['code']}:** {one['text']}\n"),
        "pandoc-tables": head + pipes + tables(("", "", "")),
        "pandoc-asides": head + pipes + tables((" Module |", "---|", " 4 |")),
        "pandoc-bullets": head + paragraphs + statements(lambda n, one: f"- {one['code']}. {one['text']}"),
        "pandoc-numbers": head + pipes + statements(lambda n, one: f"{n}. {one['text']}"),
        "pandoc-headings": head + paragraphs + statements(lambda n, one: f"### {one['code']}\n\n{one['text']}\n"),
    }
    for name, text in texts.items():
        subprocess.run(["pandoc", "-f", "markdown", "-o", HERE / f"{name}.docx"], input=text, text=True, check=True)


word()
workbooks()
libreoffice()
pandoc()
