//! What the real documents are recognised as, whole and cut short.

mod common;

use ksb::model::Format;
use ksb::read::format_of;

const SEEDS: [(&str, Option<Format>); 5] = [
    ("seeds/000_2e3148cc4658204c.txt", Some(Format::OccupationalMapText)),
    ("seeds/001_05d0345a68011117.txt", Some(Format::OccupationPageText)),
    ("seeds/002_8b1d144d8e116444.txt", Some(Format::RetiredPageText)),
    ("seeds/003_e2b5f374b6061d05.txt", Some(Format::MapPageText)),
    ("seeds/004_e7c16463735ceb17.txt", Some(Format::StandardPageText)),
];

fn seed(number: usize) -> Option<String> {
    common::shared(SEEDS[number].0).map(|bytes| String::from_utf8(bytes).expect("seeds are UTF-8"))
}

#[test]
fn each_seed_is_claimed_by_its_reader_alone() {
    for (path, format) in SEEDS {
        let Some(bytes) = common::shared(path) else { return };
        let text = String::from_utf8(bytes).expect("seeds are UTF-8");
        assert_eq!(format_of(&text), format, "{path}");
    }
}

#[test]
fn html_is_no_text_page() {
    let Some(bytes) = common::shared("formats/occupation-page-occ0499-v1-2.html") else { return };
    let text = String::from_utf8_lossy(&bytes);
    assert_eq!(format_of(&text), Some(Format::OccupationPageHtml));
    let half: String = text.chars().skip(text.chars().count() / 2).collect();
    assert!(matches!(format_of(&half), None | Some(Format::OccupationPageHtml)));
}

#[test]
fn pages_are_known_without_their_head_and_without_their_end() {
    for (number, keep) in [(1, 14), (2, 40), (3, 60), (4, 60)] {
        let Some(text) = seed(number) else { return };
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(format_of(&lines[..keep].join("\n")), SEEDS[number].1, "the head of {number}");
        let tail = lines.len() - keep.min(lines.len() - 20);
        // The end of a retired page has only bars and notes, which other texts also have.
        let of_end = SEEDS[number].1.filter(|_| number != 2);
        assert_eq!(format_of(&lines[tail..].join("\n")), of_end, "the end of {number}");
    }
}
