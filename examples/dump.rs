use ksb::{check::*, config::Config, lint::Extract, read::read, source::*};
fn main() {
    let mut ss = Sources_::new();
    for (i, a) in std::env::args().skip(1).enumerate() {
        ss.push(Source::new(SourceId(i as u32), a.clone(), std::fs::read_to_string(&a).unwrap()));
    }
    let rs: Vec<_> = ss.iter().map(|s| read(s, None)).collect();
    let c = Config::default();
    let show = |d: &ksb::diagnostic::Diagnostic| {
        let p = |l: &ksb::diagnostic::Label| {
            let s = &ss[l.source.0 as usize];
            let q = s.position(l.span.range().start, ColumnUnit::CodePoints);
            format!(
                "{}:{}:{} {}",
                if l.source == d.primary().source { "" } else { s.name() },
                q.line,
                q.column,
                l.message
            )
        };
        println!(
            "{} {}[{}] {} : {}",
            p(d.primary()).split(' ').next().unwrap(),
            d.severity,
            d.rule,
            d.subject,
            d.message
        );
        for l in &d.labels {
            println!("      - {}", p(l));
        }
        if let Some(h) = &d.help {
            println!("      help: {h}");
        }
        if let Some(f) = &d.fix {
            println!(
                "      fix {}: {:?}",
                f.safe,
                f.edits
                    .iter()
                    .map(|e| (ss[d.primary().source.0 as usize].slice(e.span), &e.replacement))
                    .collect::<Vec<_>>()
            );
        }
    };
    for (s, r) in ss.iter().zip(&rs) {
        println!("== {}", s.name());
        for d in check(r, &c) {
            show(&d)
        }
    }
    let ex: Vec<Extract> = rs.iter().filter_map(|r| r.document.as_ref()).map(Extract::from).collect();
    println!("== together");
    for d in check_together(&ex, &c) {
        show(&d)
    }
}
type Sources_ = Vec<Source>;
