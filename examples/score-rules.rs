//! Prints how many findings of each rule in the real documents were marked as right, and the rows of those that are not
//! marked yet. With the names of made-up cases (`pages/unit-page.txt`) as arguments, prints the rows of their findings.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]

#[path = "../tests/quality/marking.rs"]
mod marking;

use ksb::diagnostic::Severity;

fn main() -> Result<(), &'static str> {
    let cases: Vec<String> = std::env::args().skip(1).collect();
    for case in &cases {
        for finding in marking::findings_in_case(case).ok_or("there is no such case")? {
            println!("{}", finding.row());
        }
    }
    if !cases.is_empty() {
        return Ok(());
    }
    let found = marking::findings().ok_or("there is no folder with the documents: set KSB_SHARED")?;
    let marks = marking::marking();
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        println!("{severity:<28} {}", marking::of_severity(&marks, severity));
    }
    println!();
    for ((severity, rule), score) in marking::by_rule(&marks).iter().rev() {
        println!("{rule:<28} {score:<18} {severity}");
    }
    let is_marked = |one: &&marking::Finding| marks.iter().any(|mark| mark.finding == **one);
    let unmarked: Vec<_> = found.iter().filter(|one| !is_marked(one)).collect();
    println!("\n{} findings are not marked", unmarked.len());
    for one in unmarked {
        println!("{}", one.row());
    }
    Ok(())
}
