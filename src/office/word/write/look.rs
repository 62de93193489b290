//! How a new document looks: its styles, the bullets of its lists and the number at the foot of each page.

use super::super::super::write::Markup;

/// The namespace of the elements.
pub(super) const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A style of paragraphs.
struct ParagraphStyle {
    id: &'static str,
    name: &'static str,
    /// The size in half points; the default size if it is 0.
    size: u32,
    is_bold: bool,
    /// The colour of the letters; empty for black.
    colour: &'static str,
    /// The space above and below, in twentieths of a point.
    space: (u32, u32),
    /// How far the left edge is indented, and by how much less the first line is.
    indent: (u32, u32),
    /// How deep it is in the outline, for headings.
    outline: Option<&'static str>,
    is_list: bool,
}

/// A plain paragraph.
const PLAIN: ParagraphStyle = ParagraphStyle {
    id: "",
    name: "",
    size: 0,
    is_bold: false,
    colour: "",
    space: (0, 120),
    indent: (0, 0),
    outline: None,
    is_list: false,
};

const DARK: &str = "1F3864";

const STYLES: [ParagraphStyle; 9] = [
    ParagraphStyle {
        id: "Title",
        name: "Title",
        size: 52,
        is_bold: true,
        colour: DARK,
        space: (0, 240),
        ..PLAIN
    },
    ParagraphStyle {
        id: "Heading1",
        name: "heading 1",
        size: 32,
        is_bold: true,
        colour: DARK,
        space: (360, 120),
        outline: Some("0"),
        ..PLAIN
    },
    ParagraphStyle { id: "BodyText", name: "Body Text", ..PLAIN },
    ParagraphStyle {
        id: "ListBullet",
        name: "List Bullet",
        space: (0, 60),
        indent: (360, 360),
        is_list: true,
        ..PLAIN
    },
    ParagraphStyle { id: "Statement", name: "Statement", space: (0, 100), indent: (567, 567), ..PLAIN },
    ParagraphStyle { id: "TableHead", name: "Table Head", colour: DARK, space: (40, 40), ..PLAIN },
    ParagraphStyle { id: "TableText", name: "Table Text", space: (40, 40), ..PLAIN },
    ParagraphStyle { id: "BehindTable", name: "After Table", size: 8, space: (0, 0), ..PLAIN },
    ParagraphStyle { id: "Footer", name: "footer", size: 18, colour: "595959", space: (0, 0), ..PLAIN },
];

/// The styles of the document.
pub(super) fn styles() -> String {
    let fonts =
        [("w:ascii", "Calibri"), ("w:hAnsi", "Calibri"), ("w:cs", "Calibri"), ("w:eastAsia", "Calibri")];
    let styles = Markup::new("w:styles", &[("xmlns:w", NAMESPACE)])
        .open("w:docDefaults", &[])
        .open("w:rPrDefault", &[])
        .open("w:rPr", &[])
        .empty("w:rFonts", &fonts)
        .empty("w:sz", &[("w:val", "22")])
        .empty("w:lang", &[("w:val", "en-GB")])
        .close()
        .close()
        .open("w:pPrDefault", &[])
        .close()
        .close()
        .open("w:style", &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")])
        .empty("w:name", &[("w:val", "Normal")])
        .close();
    table_style(styles.each(&STYLES, paragraph_style)).finish()
}

fn paragraph_style(out: Markup, style: &ParagraphStyle) -> Markup {
    let number = |number: u32| number.to_string();
    let (above, below) = style.space;
    let (left, hanging) = style.indent;
    let out = out
        .open("w:style", &[("w:type", "paragraph"), ("w:styleId", style.id)])
        .empty("w:name", &[("w:val", style.name)])
        .empty("w:basedOn", &[("w:val", "Normal")])
        .empty("w:qFormat", &[])
        .open("w:pPr", &[]);
    let out = if style.outline.is_some() { out.empty("w:keepNext", &[]) } else { out };
    let out = if style.is_list {
        out.open("w:numPr", &[]).empty("w:numId", &[("w:val", "1")]).close()
    } else {
        out
    };
    let out = out.empty("w:spacing", &[("w:before", &number(above)), ("w:after", &number(below))]);
    let out = if left == 0 {
        out
    } else {
        out.empty("w:ind", &[("w:left", &number(left)), ("w:hanging", &number(hanging))])
    };
    let out = out.each(style.outline, |out, level| out.empty("w:outlineLvl", &[("w:val", level)]));
    let out = out.close().open("w:rPr", &[]);
    let out = if style.is_bold { out.empty("w:b", &[]) } else { out };
    let out = if style.colour.is_empty() { out } else { out.empty("w:color", &[("w:val", style.colour)]) };
    let out = if style.size == 0 { out } else { out.empty("w:sz", &[("w:val", &number(style.size))]) };
    out.close().close()
}

/// The style of tables: thin lines, and a header on grey.
fn table_style(out: Markup) -> Markup {
    let sides = ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"];
    let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "A6A6A6")];
    out.open("w:style", &[("w:type", "table"), ("w:styleId", "StandardTable")])
        .empty("w:name", &[("w:val", "Standard Table")])
        .open("w:tblPr", &[])
        .open("w:tblBorders", &[])
        .each(sides, |out, side| out.empty(side, &line))
        .close()
        .open("w:tblCellMar", &[])
        .empty("w:left", &[("w:w", "108"), ("w:type", "dxa")])
        .empty("w:right", &[("w:w", "108"), ("w:type", "dxa")])
        .close()
        .close()
        .open("w:tblStylePr", &[("w:type", "firstRow")])
        .open("w:tcPr", &[])
        .empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E7EDF3")])
        .close()
        .close()
        .close()
}

/// The bullets of lists.
pub(super) fn bullets() -> String {
    Markup::new("w:numbering", &[("xmlns:w", NAMESPACE)])
        .open("w:abstractNum", &[("w:abstractNumId", "0")])
        .open("w:lvl", &[("w:ilvl", "0")])
        .empty("w:start", &[("w:val", "1")])
        .empty("w:numFmt", &[("w:val", "bullet")])
        .empty("w:lvlText", &[("w:val", "•")])
        .empty("w:lvlJc", &[("w:val", "left")])
        .open("w:pPr", &[])
        .empty("w:ind", &[("w:left", "360"), ("w:hanging", "360")])
        .close()
        .close()
        .close()
        .open("w:num", &[("w:numId", "1")])
        .empty("w:abstractNumId", &[("w:val", "0")])
        .finish()
}

/// The foot of each page.
pub(super) fn page_number() -> String {
    Markup::new("w:ftr", &[("xmlns:w", NAMESPACE)])
        .open("w:p", &[])
        .open("w:pPr", &[])
        .empty("w:pStyle", &[("w:val", "Footer")])
        .empty("w:jc", &[("w:val", "right")])
        .close()
        .open("w:fldSimple", &[("w:instr", "PAGE")])
        .open("w:r", &[])
        .open("w:t", &[])
        .text("1")
        .finish()
}
