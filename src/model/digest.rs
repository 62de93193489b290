//! A digest by which versions with the same texts are recognised.

use sha2::{Digest, Sha256};

use super::Standard;

impl Standard<'_> {
    /// A digest of the summary, the duties, the statements and the mapping: the same on every machine. None if there
    /// are neither duties nor statements.
    #[must_use]
    pub fn text_digest(&self) -> Option<u64> {
        if self.duties.items().is_empty() && self.statements.items().is_empty() {
            return None;
        }
        let mut digest = Sha256::new();
        self.summary.items().iter().for_each(|text| add(&mut digest, text));
        for duty in self.duties.items() {
            add(&mut digest, &duty.text);
            digest.update((duty.codes().len() as u64).to_le_bytes());
            duty.codes().iter().for_each(|code| digest.update(code.value.rank().to_le_bytes()));
        }
        for statement in self.statements.items() {
            digest.update([statement.kind as u8]);
            add(&mut digest, &statement.text);
        }
        digest.finalize().first_chunk().map(|first| u64::from_be_bytes(*first))
    }
}

/// Adds a text in such a way that it cannot be mistaken for two texts or for part of another.
fn add(digest: &mut Sha256, text: &str) {
    digest.update((text.len() as u64).to_le_bytes());
    digest.update(text);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Field, Format, Kind, List, Prefix, Statement};
    use crate::source::{SourceId, Span, Spanned, Text};

    fn statement() -> Statement<'static> {
        let code = Spanned::new(Code::new(Prefix::K, 1), Span::at(0));
        Statement { kind: Kind::Knowledge, code, text: Text::verbatim("Locks", 0), id: None }
    }

    #[test]
    fn texts_that_differ_have_other_digests() {
        let digest = |texts: &[&'static str]| {
            let mut standard = Standard::new(SourceId(0), Format::NativeJson, Span::at(0));
            let summary = texts.iter().map(|text| Text::verbatim(text, 0)).collect();
            standard.summary = Field::Stated(List::new(Span::at(0), summary));
            standard.statements = Field::Stated(List::new(Span::at(0), vec![statement()]));
            standard.text_digest()
        };
        let all = [
            digest(&["Keep the lock."]),
            digest(&["Keep the locks."]),
            digest(&["Keep the", " lock."]),
            digest(&["Keep the lock.", ""]),
            digest(&[]),
        ];
        for (index, one) in all.iter().enumerate() {
            assert!(!all[..index].contains(one), "{index}");
        }
        assert_eq!(all[0], Some(15_587_973_846_048_063_939), "the same in every run");
    }
}
