//! A Word document of five megabytes with two thousand statements: what checking it costs, compared with only unzipping
//! it and parsing its XML with the same crates.
//!
//! `cargo bench --bench office` shows both.

use std::fmt::Write as _;
use std::io::{Cursor, Read, Write as _};

use divan::{Bencher, black_box};
use ksb::check::check;
use ksb::config::Config;
use ksb::read::encoding::decode;
use ksb::read::read;
use ksb::source::SourceId;
use quick_xml::Reader;
use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

fn main() {
    divan::main();
}

const DOCUMENT: &str = "word/document.xml";

/// How many statements of each kind there are.
const COUNTS: [(&str, char, usize); 3] =
    [("Knowledge", 'K', 900), ("Skills", 'S', 900), ("Behaviours", 'B', 200)];

/// A document whose XML is as verbose as Word's: properties on each run, and several runs in a statement.
fn document() -> Vec<u8> {
    let run = |text: &str| {
        let properties = "<w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\" w:cs=\"Arial\"/><w:color w:val=\"000000\"/>\
                          <w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"en-GB\"/></w:rPr>";
        format!(
            "<w:r w:rsidR=\"00A77B3E\" w:rsidRPr=\"00C42F10\">{properties}<w:t xml:space=\"preserve\">{text}</w:t></w:r>"
        )
    };
    let cell = |content: &str| {
        let properties = "<w:tcPr><w:tcW w:w=\"4508\" w:type=\"dxa\"/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FFFFFF\"/></w:tcPr>";
        let paragraph = "<w:pPr><w:spacing w:before=\"60\" w:after=\"60\"/><w:jc w:val=\"left\"/></w:pPr>";
        format!("<w:tc>{properties}<w:p w:rsidR=\"00A77B3E\">{paragraph}{content}</w:p></w:tc>")
    };
    let mut body = String::new();
    for (heading, prefix, count) in COUNTS {
        let _infallible = write!(body, "<w:p>{}</w:p><w:tbl>", run(heading));
        for number in 1..=count {
            let text = [
                format!("How vessel {number} is moored in winds from the north, "),
                format!("with {} lines and the fenders that its owner provides, ", number % 7 + 2),
                "and who is told of it before the next crossing.".to_owned(),
            ];
            let text: String = text.iter().map(|part| run(part)).collect();
            let _infallible =
                write!(body, "<w:tr>{}{}</w:tr>", cell(&run(&format!("{prefix}{number}"))), cell(&text));
        }
        body += "</w:tbl>";
    }
    let xml = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{body}</w:body></w:document>"
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    zip.start_file(DOCUMENT, SimpleFileOptions::default()).expect("a part is begun");
    zip.write_all(xml.as_bytes()).expect("a part is written");
    zip.finish().expect("a zip is written").into_inner()
}

/// Reading and checking, all rules.
#[divan::bench]
fn checked(bencher: Bencher) {
    let bytes = document();
    let config = Config::default();
    bencher.bench(|| {
        let (source, _) = decode(SourceId(0), "a.docx", bytes.clone()).expect("a document");
        let reading = read(&source, None);
        assert!(reading.document.is_some());
        black_box(check(&reading, &config).len())
    });
}

/// Unzipping and parsing alone.
#[divan::bench]
fn unzipped_and_parsed(bencher: Bencher) {
    let bytes = document();
    bencher.bench(|| {
        let mut zip = ZipArchive::new(Cursor::new(&bytes)).expect("a zip");
        let mut xml = String::new();
        zip.by_name(DOCUMENT).expect("a part").read_to_string(&mut xml).expect("text");
        let mut reader = Reader::from_str(&xml);
        let mut count = 0;
        loop {
            match reader.read_event().expect("XML") {
                Event::Eof => break,
                event => count += black_box(event).len(),
            }
        }
        black_box(count)
    });
}
