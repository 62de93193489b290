//! What a site was made from, as a digest: a second run of the same program over the same documents has nothing to do.

use std::env;
use std::fs;

use ksb::project::Input;
use ksb::source::sha256_hex;

use crate::cli::SiteArgs;
use crate::named_inputs::named_inputs;

/// The digest of the program, of its arguments and of all documents; empty if one of these cannot be read twice.
pub(super) fn key(args: &SiteArgs, inputs: &[Input]) -> String {
    let program = env::current_exe().and_then(fs::metadata);
    let program = program.and_then(|program| Ok((program.len(), program.modified()?))).ok();
    let paths: Vec<_> = args.against.iter().cloned().collect();
    let older = named_inputs(&paths);
    let asked = (&args.base_url, &args.title, args.input.from, args.input.max_size);
    let mut all = format!("{program:?} {asked:?}");
    let named = inputs.iter().map(|input| ("new", input)).chain(older.iter().map(|input| ("old", input)));
    for (which, input) in named {
        let file = input.path().filter(|path| path.is_file());
        let Some(bytes) = file.and_then(|path| fs::read(path).ok()) else { return String::new() };
        all.extend(["\n", which, " ", &sha256_hex(&bytes), " ", &input.name]);
    }
    sha256_hex(all.as_bytes())
}
