//! Characters that nobody can see, and letters that look like others.

/// A kind of character that nobody can see in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unseen {
    /// A command to a terminal or a printer, and not text.
    Control,
    /// Nothing, or hardly anything, between two characters.
    Invisible,
    /// It reverses the direction of what follows.
    Direction,
    /// It breaks the line, but is not one of the usual line breaks.
    LineBreak,
    /// It looks like a space.
    Space,
    /// It stands for a character that has been lost.
    Lost,
    /// It has a meaning in only one font or program.
    Private,
}

/// Which kind of unseen character it is, if it is one. Ordinary white space and no-break spaces are not.
#[must_use]
pub const fn unseen(character: char) -> Option<Unseen> {
    // Most characters are in this range.
    if matches!(character, ' '..='~') {
        return None;
    }
    Some(match character {
        '\t' | '\n' | '\r' => return None,
        '\0'..='\x1f' | '\x7f'..='\u{9f}' => Unseen::Control,
        '\u{ad}'
        | '\u{34f}'
        | '\u{115f}'..='\u{1160}'
        | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200d}'
        | '\u{2060}'..='\u{2065}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}'
        | '\u{ffa0}'
        | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}' => Unseen::Invisible,
        '\u{61c}' | '\u{200e}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => {
            Unseen::Direction
        }
        '\u{2028}'..='\u{2029}' => Unseen::LineBreak,
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{205f}' | '\u{3000}' => {
            Unseen::Space
        }
        '\u{fffc}'..='\u{fffd}' => Unseen::Lost,
        '\u{e000}'..='\u{f8ff}' | '\u{fdd0}'..='\u{fdef}' | '\u{f0000}'..='\u{10ffff}' => Unseen::Private,
        // The last two of each plane are not characters at all.
        _ if character as u32 & 0xfffe == 0xfffe => Unseen::Private,
        _ => return None,
    })
}

/// Letters of other scripts, each followed by the Latin letter that it looks like.
const LOOK_ALIKE: &str = "АAВBЕEЅSІIЈJКKМMНHОOРPСCТTУYХXаaеeоoрpсcуyхxѕsіiјjһhԁdԛqԜWԝwӏl\
                          ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXοoνvϲcϳj";

/// The Latin letter that a letter of another script looks like.
#[must_use]
pub fn looks_like(letter: char) -> Option<char> {
    let latin = |number: u32| char::from_u32(number);
    match letter {
        '\u{370}'..='\u{52f}' => {
            let mut all = LOOK_ALIKE.chars();
            while let (Some(other), Some(latin)) = (all.next(), all.next()) {
                if other == letter {
                    return Some(latin);
                }
            }
            None
        }
        // Full-width letters.
        '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => latin(letter as u32 - 0xfee0),
        // Mathematical letters: one alphabet after another, each with capitals and small letters.
        '\u{1d400}'..='\u{1d6a3}' => {
            let place = (letter as u32 - 0x1d400) % 52;
            latin(if place < 26 { place + u32::from(b'A') } else { place - 26 + u32::from(b'a') })
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_known() {
        for (character, kind) in [
            ('\0', Unseen::Control),
            ('\x1b', Unseen::Control),
            ('\u{92}', Unseen::Control),
            ('\u{200b}', Unseen::Invisible),
            ('\u{ad}', Unseen::Invisible),
            ('\u{feff}', Unseen::Invisible),
            ('\u{e0041}', Unseen::Invisible),
            ('\u{202e}', Unseen::Direction),
            ('\u{2028}', Unseen::LineBreak),
            ('\u{2003}', Unseen::Space),
            ('\u{fffd}', Unseen::Lost),
            ('\u{f0b7}', Unseen::Private),
            ('\u{1ffff}', Unseen::Private),
        ] {
            assert_eq!(unseen(character), Some(kind), "{character:?}");
        }
        for character in "a é–’•\u{a0}\u{2007}\u{202f}\n\t\r漢🚧€™½".chars() {
            assert_eq!(unseen(character), None, "{character:?}");
        }
    }

    #[test]
    fn letters_that_pass_for_others_are_known() {
        for (letter, latin) in [('а', 'a'), ('Т', 'T'), ('Ο', 'O'), ('Ｃ', 'C'), ('𝐚', 'a'), ('𝒁', 'Z')]
        {
            assert_eq!(looks_like(letter), Some(latin), "{letter}");
        }
        for letter in "aé µμΩΔλβαγжд".chars() {
            assert_eq!(looks_like(letter), None, "{letter}");
        }
    }
}
