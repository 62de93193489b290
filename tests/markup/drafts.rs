//! One draft in many forms: whatever it is written in, it states the same.

use ksb::model::Format;

use super::{file, recognised, stated};

/// The draft as text.
const TEXT: &str = "Hedge keeper\nReference: ST9921\nLevel: 3\n\nDuties\nDuty 1 Lay hedges & fences. K1 S1 B1\n\
                    Duty 2 Keep a \"record\" of *all* work. K2 S1 B1\n\nKnowledge\nK1: The law on hedges.\n\
                    K2: How hedges grow.\nSkills\nS1: Lay a hedge.\nBehaviours\nB1: Takes care of tools.\n";

const MARKDOWN: [&str; 12] = [
    // Lists, bold codes, escapes and entities.
    "# Hedge keeper\n\n**Reference:** ST9921  \n**Level:** 3\n\n## Duties\n\n1. Lay hedges &amp; fences. (K1, S1, B1)\n\
     2. Keep a \"record\" of \\*all\\* work.\n   (K2, S1, B1)\n\n## Knowledge {#k}\n\n- **K1:** The law\n  on hedges.\n\
     - **K2**: How hedges grow.\n\n## Skills\n\n* S1 Lay a hedge.\n\n## Behaviours\n\n- [ ] B1: Takes care of tools.\n",
    // Underlined headings; statements as headings; front matter.
    "---\ntitle: \"Hedge keeper\"\nreference: ST9921\nlevel: 3\nauthor: Ann\n---\n\nDuties\n======\n\n## Duty 1\n\n\
     Lay hedges & fences.\n\nK1, S1, B1\n\n## Duty 2\n\nKeep a \"record\" of \\*all\\* work.\n\nK2, S1, B1\n\nKnowledge\n=====\n\n\
     ## K1\nThe law on hedges.\n\n## K2\nHow hedges\ngrow.\n\nSkills\n======\n\n### S1: Lay a hedge.\n\nBehaviours\n===\n\n\
     ### B1 Takes care of tools.\n",
    // Tables as on GitHub, with breaks and bars in cells.
    "# Hedge keeper\n\n| Title | Hedge keeper |\n|:-|:-|\n| Reference | ST9921 |\n| Level | 3 |\n\n\
     | Duty | Criteria | KSBs |\n|---|---|---|\n| Duty 1 Lay hedges & fences. | They stand. | K1<br>S1<br>B1 |\n\
     | Duty 2 Keep a \"record\" of \\*all\\* work. | | K2 S1<br/>B1 |\n\n\
     Code | Statement | Module\n--|--|--\nK1 | The law on hedges. | M1\nK2 | How hedges grow. |\nS1 | Lay a hedge. | M \\| 2\n\
     **B1** | Takes care of `tools`.\n",
    // Lines that are only separated by a line break.
    "# Hedge keeper\nReference: ST9921\nLevel: 3\n# Duties\n**Duty 1** Lay hedges & fences.\nKSBs: K1, S1, B1\n\
     **Duty 2** Keep a \"record\" of \\*all\\*\nwork.\nKSBs: K2, S1, B1\n# Knowledge\nK1: The law on hedges.\n\
     K2: How hedges grow.\n# Skills\nS1: Lay a hedge.\n# Behaviours\nB1: Takes care of\ntools.\n",
    // Pandoc tables, and a definition list.
    "# Hedge keeper\n\nReference: ST9921\\\nLevel: 3\n\n+-----+------------------------------------+-------+\n\
     | No. | Duty                               | KSBs  |\n+=====+====================================+=======+\n\
     | 1   | Lay hedges & fences.               | K1 S1 B1 |\n+-----+---------------------------+-------+\n\
     | 2   | Keep a \"record\" of \\*all\\* work. | K2 S1 B1 |\n+-----+--------------------------+-------+\n\n\
     ## Knowledge\n\n  Code   Statement\n  ------ -------------------\n  K1     The law on hedges.\n  K2     How hedges grow.\n\n\
     ## Skills\n\nS1\n:   Lay a hedge.\n\n## Behaviours\n\nB1\n:   Takes care of\n    tools.\n",
    // What is left out without a gap.
    "<!-- a draft -->\n<a name=\"top\"></a>\n\n# Hedge <b>keeper</b>\n\nReference: [ST9921](http://example.org) <!-- check -->\n\n\
     Level: 3\n\n> ## Duties\n>\n> Duty 1 Lay hedges ![a picture](x.png) & fences. K1 S1 B1\n>\n\
     > Duty 2 Keep a \"record\" of \\*all\\* work. K2 S1\n> B1\n\n## Knowledge\n\n- K1: The law <!-- which? --> on hedges.\n\
     - K2: How <i>hedges</i> grow.\n\n## Skills\n\n- S1: Lay a <br> hedge.\n\n## Behaviours\n\n- B1: Takes __care__ of tools.\n",
    // Nested lists.
    "# Hedge keeper\n\n- Reference: ST9921\n- Level: 3\n\n# Duties\n\n- Duty 1 – Lay hedges & fences. K1, S1, B1\n\
     - Duty 2 – Keep a \"record\" of \\*all\\* work. K2, S1, B1\n\n# KSBs\n\n- Knowledge\n  - K1: The law on hedges.\n\
     \x20 - K2: How hedges grow.\n- Skills\n  - S1: Lay a hedge.\n- Behaviours\n  - B1: Takes care of tools.\n",
    // Pandoc tables whose cells continue over several lines.
    "---\ntitle: Hedge keeper\n---\n\nReference: ST9921\n\nLevel: 3\n\n# Duties\n\n\
     \x20 ---------------------------------------\n  **Duty**               **Criteria**   **KSBs**\n\
     \x20 ---------------------- -------------- -\n  Duty 1 Lay hedges      They           K1\\\n\
     \x20 & fences.              stand.         S1\\\n                                        B1\n\n\
     \x20 Duty 2 Keep a          It is          K2\\\n  \"record\" of \\*all\\*    kept.          S1\\\n\
     \x20 work.                                 B1\n  ---------------------------------------\n\n# Knowledge\n\n\
     +------+--------------+\n| Code | Statement    |\n+======+==============+\n| K1   | The law      |\n\
     |      | on *hedges*. |\n+------+--------------+\n| K2   | How hedges   |\n|      | grow.        |\n\
     +------+--------------+\n\n# Skills\n\nS1: Lay a hedge.\n\n# Behaviours\n\n  ---- ----------------------\n\
     \x20 B1   Takes care\n       of tools.\n  ---- ----------------------\n",
    // A table in HTML, as Pandoc writes it for GitHub.
    "# Hedge keeper\n\n- Reference: ST9921\n- Level: 3\n\n<table>\n<thead>\n<tr class=\"header\">\n\
     <th><strong>Duty</strong></th>\n<th>Criteria</th>\n<th>KSBs</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n\
     <td>Duty 1 Lay hedges &amp; fences.</td>\n<td rowspan=\"2\">They\nstand.</td>\n<td><p>K1</p>\n<p>S1<br />\nB1</p></td>\n\
     </tr>\n<tr>\n<td>Duty 2 Keep a &quot;record&quot;\nof *all* work.</td>\n<td>K2 S1 B1</td>\n</tr>\n</tbody>\n</table>\n\n\
     <details>\n<summary>Knowledge</summary>\n\n- K1: The law on hedges.\n- K2: How hedges grow.\n\n</details>\n\n\
     > <h2>Skills</h2>\n> <p>S1: Lay a\n> <i>hedge</i>.</p>\n\n<style>\nK9 { color: red }\n</style>\n\n## Behaviours\n\n\
     - B1: Takes care of tools.\n",
    // Windows line breaks and a byte order mark.
    "\u{feff}# Hedge keeper\r\nReference: ST9921\r\n\r\nLevel: 3\r\n\r\n## Duties\r\n\r\nDuty 1 Lay hedges & fences. K1 S1 B1\r\n\r\n\
     Duty 2 Keep a \"record\" of \\*all\\* work. K2 S1 B1\r\n\r\n## Knowledge\r\n\r\n- K1: The law on\r\n  hedges.\r\n\
     - K2: How hedges grow.\r\n\r\n## Skills\r\n\r\n- S1: Lay a hedge.\r\n\r\n## Behaviours\r\n\r\n- B1: Takes care of tools.\r\n",
    // Numbered headings and a table of contents; codes after numbered texts; two dashes after codes.
    "Hedge keeper (ST9921), level 3\n===\n\nDuties .... 2\\\nKnowledge .... 3\\\nSkills .... 4\n\n## 1. Duties\n\n\
     1. Lay hedges & fences. (K1, S1, B1)\n2. Keep a \"record\" of \\*all\\* work. (K2, S1, B1)\n\n## 2. Knowledge\n\n\
     1. The law on hedges. (K1)\n2. How hedges grow. (K2)\n\n## 3. Skills\n\n- S1 -- Lay a hedge.\n\n## 4. Behaviours\n\n\
     - *B1* -- Takes care of tools.\n",
    // The list numbers that a reader sees, not the ones that are written.
    "# Hedge keeper (ST9921), level 3\n\n## Duties\n\n1. Lay hedges & fences. K1 S1 B1\n1. Keep a \"record\" of \\*all\\* work. \
     K2 S1 B1\n\n## Knowledge\n\nK1: The law on hedges.\n\nK2: How hedges grow.\n\n## Skills\n\nS1: Lay a hedge.\n\n\
     ## Behaviours\n\nB1: Takes care of tools.\n",
];

const CELLS: [(&str, &str); 9] = [
    (
        "a.csv",
        "Hedge keeper,,\nReference,ST9921,\nLevel,3,\n,,\nDuty,KSBs\nDuty 1 Lay hedges & fences.,\"K1, S1, B1\"\n\
         \"Duty 2 Keep a \"\"record\"\" of *all* work.\",K2 S1 B1\n\nCode,Statement\nK1,The law on hedges.\n\
         K2,How hedges grow.\nS1,Lay a hedge.\nB1,Takes care of tools.\n",
    ),
    // As Excel writes it where the comma is the decimal mark.
    (
        "b.csv",
        "sep=;\r\nHedge keeper;;;\r\nReference;ST9921;;\r\nLevel;3;;\r\n;;;\r\nNo.;Duty;Criteria;KSBs\r\n\
         1;Lay hedges & fences.;They stand.;K1 S1 B1\r\n2;\"Keep a \"\"record\"\" of *all* work.\";;\"K2\r\nS1\nB1\"\r\n;;;\r\n\
         Knowledge;;;\r\nK1;The law on hedges.;;\r\nK2;How hedges grow.;;\r\nSkills;;;\r\nS1;Lay a hedge.;;\r\n\
         Behaviours;;;\r\nB1;Takes care of tools.;;\r\n",
    ),
    (
        "c.tsv",
        "\u{feff}Title\tHedge keeper\nReference\tST9921\nLevel\t3\n\nDuty\tKnowledge\tSkills\tBehaviours\n\
         Duty 1 Lay hedges & fences.\tK1\tS1\tB1\nDuty 2 Keep a \"record\" of *all* work.\tK2\tS1\tB1\n\n\
         Type\tCode\tStatement\tEvidence\nKnowledge\tK1\tThe law on hedges.\tLog\nKnowledge\tK2\tHow hedges grow.\t\n\
         Skill\tS1\tLay a hedge.\tPhoto, week 3\nBehaviour\tB1\tTakes care of tools.\t\n",
    ),
    (
        "d.csv",
        "Title|Hedge keeper\nReference|ST9921\nLevel|3\nDuty|KSBs\nDuty 1 Lay hedges & fences.|K1, S1, B1\n\
         Duty 2 Keep a \"record\" of *all* work.|K2, S1, B1\nRef|Text\nK1|The law on hedges.\nK2|How hedges grow.\n\
         S1|Lay a hedge.\nB1|Takes care of tools.",
    ),
    // Rows of unequal length, spaces around cells, empty rows inside tables.
    (
        "e.csv",
        "Hedge keeper\nReference , ST9921\nLevel , 3 ,,,\nDuty , KSBs\n\nDuty 1 Lay hedges & fences. , \"K1, S1, B1\"\n\n\
         \" Duty 2 Keep a \"\"record\"\" of *all* work. \", K2 S1 B1\n\nCode, Statement ,\nK1 , The law on hedges.\n\n\
         K2, How hedges grow.,,,\nS1, Lay a hedge.\nB1,\"Takes care of tools.\"\n",
    ),
    // A quote that is never closed swallows nothing.
    (
        "f.csv",
        "Title,Hedge keeper\nReference,ST9921\nLevel,3\nDuty,KSBs\nDuty 1 Lay hedges & fences.,K1 S1 B1\n\
         Duty 2 Keep a \"record\" of *all* work.,K2 S1 B1\nCode,Statement,Note\nK1,The law on hedges.,\"so\nK2,How hedges grow.\n\
         S1,Lay a hedge.\nB1,Takes care of tools.\n",
    ),
    // The file name does not show what it is.
    (
        "g",
        "sep=,\nTitle,Hedge keeper\nReference,ST9921\nLevel,3\nDuty,KSBs\nDuty 1 Lay hedges & fences.,\"K1, S1, B1\"\n\
         \"Duty 2 Keep a \"\"record\"\" of *all* work.\",K2 S1 B1\nCode,Statement\nK1,The law on hedges.\n\
         K2,How hedges grow.\nS1,Lay a hedge.\nB1,Takes care of tools.\n",
    ),
    // Whole statements in the columns of duties that are named only by a number.
    (
        "h.csv",
        "Title,Hedge keeper\nReference,ST9921\nLevel,3\nDuty,Knowledge,Skills,Behaviours\n\
         1. Lay hedges & fences.,K1: The law on hedges.,S1: Lay a hedge.,B1: Takes care of tools.\n\
         2. Keep a \"record\" of *all* work.,K2: How hedges grow.,S1: Lay a hedge.,B1: Takes care of tools.\n",
    ),
    // Facts below their labels; codes in words, with the duties next to them.
    (
        "i.csv",
        "Title,Reference,Level\nHedge keeper,ST9921,3\n\nDuty no,Duty\n1,Lay hedges & fences.\n\
         2,Keep a \"record\" of *all* work.\nRef,Wording,Duty(ies)\nKnowledge 1,The law on hedges.,1\n\
         Knowledge 2,How hedges grow.,2\nSkill 1,Lay a hedge.,\"1, 2\"\nBehaviour 1,Takes care of tools.,\"1, 2\"\n",
    ),
];

#[test]
fn a_draft_states_the_same_in_any_markup() {
    let (expected, _) = recognised("x.txt", TEXT, Format::DraftText);
    for text in MARKDOWN {
        let (found, unread) = recognised("x.md", text, Format::Markdown);
        assert_eq!((found, unread), (expected.clone(), 0), "{text}");
    }
    for (name, text) in CELLS {
        let (found, unread) = recognised(name, text, Format::Csv);
        assert_eq!((found, unread), (expected.clone(), 0), "{text}");
    }
}

#[test]
fn a_format_that_is_named_is_not_looked_for() {
    let (one, two) = ("K1: Wax.\nS1: Wash.\n", "K1: Wax.\n\nS1: *Wash.*\n");
    for (text, format) in [(one, Format::Csv), (two, Format::Markdown)] {
        let source = file("x", text);
        let reading = ksb::read::read(&source, Some(format));
        let native = stated(&reading, &source);
        assert_eq!(
            (&native["knowledge"][0]["text"], &native["skills"][0]["text"]),
            (&"Wax.".into(), &"Wash.".into())
        );
    }
}

/// A text that is quoted in an email has a mark before each line.
#[test]
fn a_quoted_draft_is_read_without_its_marks() {
    let (expected, _) = recognised("x.txt", TEXT, Format::DraftText);
    for mark in ["> ", ">", ">> "] {
        let quoted = format!("{mark}{}\n", TEXT.trim_end().replace('\n', &format!("\n{mark}")));
        assert_eq!(recognised("x.txt", &quoted, Format::DraftText), (expected.clone(), 0), "{mark}");
    }
    let bullets = TEXT.replace("\nK1:", "\n> K1:").replace("\nS1:", "\n> S1:");
    assert_eq!(recognised("x.txt", &bullets, Format::DraftText), (expected, 0));
}
