//! Prints how well the statements and duties of seed 004 are paired with those of seed 003.
#![expect(clippy::disallowed_macros, clippy::print_stdout, reason = "it is what the example is for")]

#[path = "../tests/truth/mod.rs"]
mod truth;

fn main() -> Result<(), &'static str> {
    let shared = truth::shared().ok_or("there is no folder with the seeds: set KSB_SHARED")?;
    let (lines, codes) = (truth::truth(&shared), truth::paired(&shared));
    for (title, all) in
        [("rows of high confidence, strictly", false), ("all rows, also what is acceptable", true)]
    {
        println!("{title}");
        for (name, letters) in
            [("K", "K"), ("S", "S"), ("B", "B"), ("D", "D"), ("KSB", "KSB"), ("all", "KSBD")]
        {
            let figures = truth::score(&lines, &codes, letters, all);
            println!("  {name:<4}{figures}");
            if name == "all" {
                figures.remarks.iter().for_each(|remark| println!("      {remark}"));
            }
        }
    }
    Ok(())
}
