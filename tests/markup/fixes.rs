//! Fixes in markup and cells: they change words, never the markup around them.

use ksb::config::Config;
use ksb::fix::{Fixes, fix};

use super::file;

fn fixed(name: &str, text: &str) -> String {
    let source = file(name, text);
    let fixed =
        fix(&source, &[], None, Fixes::All, &Config::default(), |_, found| found).expect("it is edited");
    fixed.text
}

#[test]
fn words_are_fixed_where_they_stand() {
    let before = "# Knowledge\n\n- **K1:** The the *law*  &amp; order\n- K2: Wax \\& wick  or so.\n\n# Skills\n\n- S1: Wash.\n";
    let after = "# Knowledge\n\n- **K1:** The *law* &amp; order.\n- K2: Wax \\& wick or so.\n\n# Skills\n\n- S1: Wash.\n";
    assert_eq!(fixed("x.md", before), after);
    let before =
        "Code,Text\nK1,\"The  \"\"law\"\" of wax, and and so\"\nK2,Wax  or wick or tallow.\nS1,Wash it.\n";
    let after = "Code,Text\nK1,\"The \"\"law\"\" of wax, and so.\"\nK2,Wax or wick or tallow.\nS1,Wash it.\n";
    assert_eq!(fixed("x.csv", before), after);
}

#[test]
fn a_fix_across_markup_is_not_offered() {
    for text in [
        "# Knowledge\n\n- K1: The **the** law.\n- K2: Wax **and** *and* wick.\n\n# Skills\n\n- S1: Wash.\n",
        "# Knowledge\n\n- K1: Wax. **K1, K2**\n- K2: Of  **bees**.\n\n# Skills\n\n- S1: Wash.\n",
    ] {
        let after = fixed("x.md", text);
        assert_eq!(after.matches("**").count(), text.matches("**").count(), "{after}");
        assert_eq!(after.matches('*').count(), text.matches('*').count(), "{after}");
    }
}
